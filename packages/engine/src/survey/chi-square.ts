import { normal } from '../score/statistics.ts'

/** Where the terms are brought back to 1, so that they do not overflow. */
const LARGE = 2 ** 900

/**
 * P(χ² ≥ x) with a whole number `df` of degrees of freedom, in closed form: e^(−x/2) (1 + x/2 + x²/(2·4) + …) for even `df`
 * and 2Φ(−√x) + √(2/π) e^(−x/2) (√x + x^(3/2)/3 + x^(5/2)/(3·5) + …) for odd, each up to the power df/2 − 1. The factor in
 * front is taken in last, as a logarithm: by itself it is too small for a double from x ≈ 1490.
 * Source: Abramowitz & Stegun 26.4.4 (odd) and 26.4.5 (even).
 */
export const chiSquareAbove = (x: number, df: number): number => {
  if (x <= 0) return 1
  const odd = df % 2 === 1
  let front = odd ? Math.log((2 * x) / Math.PI) / 2 - x / 2 : -x / 2
  let term = 1
  let series = 0
  for (let k = odd ? 1 : 0; k < df; k += 2) {
    series += term
    term *= x / (k + 2)
    if (series < LARGE) continue
    term /= LARGE
    series /= LARGE
    front += Math.log(LARGE)
  }
  const tails = odd ? 2 * normal(-Math.sqrt(x)) : 0
  return Math.min(1, tails + Math.exp(Math.log(series) + front))
}
