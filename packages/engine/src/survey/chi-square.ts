import { normal } from '../score/statistics.ts'

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)

/**
 * P(χ² ≥ x) with `df` degrees of freedom, in closed form.
 * Source: Abramowitz & Stegun 26.4.4 (odd) and 26.4.5 (even).
 */
export const chiSquareAbove = (x: number, df: number): number => {
  if (x <= 0) return 1
  const root = Math.sqrt(x)
  const odd = df % 2 === 1
  let term = odd ? 2 * density(root) * root : Math.exp(-x / 2)
  let sum = odd ? 2 * normal(-root) : term
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
