/** The standard normal distribution and the chi-square distribution, as far as the survey statistics need them. */

/** Two-sided 95 %: Φ(Z95) = 0.975. */
export const Z95 = 1.959963984540054

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)

/** Beyond this the series for Φ loses digits to cancellation; the continued fraction converges there. */
const TAIL = 3

/**
 * 1 − Φ(x), the upper tail of the standard normal distribution. Relative error below 1e-12.
 * Source: Marsaglia (2004), *Evaluating the normal distribution*, J. Stat. Software 11(4) (series); Abramowitz & Stegun
 * 26.2.14 (continued fraction).
 */
export const normalAbove = (x: number): number => {
  if (x < 0) return 1 - normalAbove(-x)
  if (x > TAIL) {
    let fraction = x
    for (let k = 120; k > 0; k--) fraction = x + k / fraction
    return density(x) / fraction
  }
  let term = x
  let sum = x
  for (let k = 3; term > sum * Number.EPSILON; k += 2) {
    term *= (x * x) / k
    sum += term
  }
  return 0.5 - sum * density(x)
}

/**
 * P(χ² ≥ x) with `df` degrees of freedom, in closed form.
 * Source: Abramowitz & Stegun 26.4.4 (odd) and 26.4.5 (even).
 */
export const chiSquareAbove = (x: number, df: number): number => {
  if (x <= 0) return 1
  const root = Math.sqrt(x)
  const odd = df % 2 === 1
  let term = odd ? 2 * density(root) * root : Math.exp(-x / 2)
  let sum = odd ? 2 * normalAbove(root) : term
  for (let k = odd ? 1 : 2; k < df; k += 2) {
    if (odd) {
      sum += term
      term *= x / (k + 2)
    } else {
      term *= x / k
      sum += term
    }
  }
  return Math.min(1, sum)
}
