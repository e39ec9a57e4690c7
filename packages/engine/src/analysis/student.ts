/**
 * P(|T| ≥ |t|) for Student's t with a whole number of degrees of freedom, in closed form: 1 − A, where with θ = arctan(|t|/√ν)
 * A = sin θ (1 + ½cos²θ + (1·3)/(2·4) cos⁴θ + …) for even ν and A = (2/π)(θ + sin θ (cos θ + ⅔cos³θ + …)) for odd, each to
 * the power ν − 2. Accurate to about 1e-15 absolutely, so a p-value smaller than that comes out as 0.
 * Source: Abramowitz & Stegun 26.7.3 and 26.7.4.
 *
 * @param df 1 or more
 */
export const studentBeyond = (t: number, df: number): number => {
  if (!Number.isFinite(t)) return 0
  const theta = Math.atan(Math.abs(t) / Math.sqrt(df))
  const squared = df / (df + t * t)
  const odd = df % 2 === 1
  let term = odd ? Math.sqrt(squared) : 1
  let series = df === 1 ? 0 : term
  for (let k = odd ? 3 : 2; k < df && term > 0; k += 2) {
    term *= (squared * (k - 1)) / k
    series += term
  }
  const within = odd ? (2 / Math.PI) * (theta + Math.sin(theta) * series) : Math.sin(theta) * series
  return Math.min(1, Math.max(0, 1 - within))
}
