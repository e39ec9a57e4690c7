import { TIE } from '../score/places.ts'
import { mean } from '../score/statistics.ts'
import { kendall } from './kendall.ts'
import { midRanks } from './places.ts'
import { sharedNumbers } from './shared-numbers.ts'
import { studentBeyond } from './student.ts'

export type Method = 'pearson' | 'spearman' | 'kendall'

export type Correlation = {
  /** Entries that have both numbers. */
  n: number
  /** −1..1; null below 2 such entries, or where one of the two has the same number everywhere. */
  r: number | null
  /** Two-sided; null below 3 such entries or where there is no r. */
  p: number | null
}

/**
 * Correlation over the entries that have both numbers.
 *
 * - `pearson` r = Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)² Σ(y−ȳ)²); p from t = r√((n−2)/(1−r²)) with n − 2 degrees of freedom.
 * - `spearman` the same on mid-ranks, ranked among those entries; p from the same t (an approximation, good from n ≈ 10).
 * - `kendall` tau-b; p exact for n < 50 without ties, else normal with tie correction: see `kendall`.
 *
 * Every correlation is given with its p and its n: unlike COINr's `get_corr`, none is left out for a p above 0.05.
 *
 * @param x, y one number per entry, NaN = none; both in the same order
 */
export const correlation = (x: Float64Array, y: Float64Array, method: Method): Correlation => {
  const { xs, ys } = sharedNumbers(x, y)
  const n = xs.length
  if (method === 'kendall') {
    const found = n < 2 ? null : kendall(midRanks(xs), midRanks(ys))
    return { n, r: found?.r ?? null, p: n < 3 ? null : (found?.p ?? null) }
  }
  const r = method === 'spearman' ? pearson(midRanks(xs), midRanks(ys)) : pearson(xs, ys)
  const p = r === null || n < 3 ? null : studentBeyond(r * Math.sqrt((n - 2) / (1 - r * r)), n - 2)
  return { n, r, p }
}

const pearson = (x: Float64Array, y: Float64Array): number | null => {
  if (x.length < 2) return null
  const [a, b] = [extentOf(x), extentOf(y)]
  if (a.range <= TIE * a.largest || b.range <= TIE * b.largest) return null
  const product = productSum(x, y, a, b)
  const r = product / Math.sqrt(productSum(x, x, a, a)) / Math.sqrt(productSum(y, y, b, b))
  return Math.abs(r) > PERFECT ? Math.sign(r) : r
}

/** Above it only rounding keeps a correlation from 1; its t and p would be made of that. */
const PERFECT = 1 - 1e-15

/**
 * Of the halves of the numbers, whose range cannot overflow. A range that is rounding alone is none: a correlation of that
 * would be noise.
 */
type Extent = { middle: number; range: number; largest: number }

const extentOf = (values: Float64Array): Extent => {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i] as number)
    most = Math.max(most, values[i] as number)
  }
  return {
    middle: mean(values) / 2,
    range: most / 2 - least / 2,
    largest: Math.max(Math.abs(least), Math.abs(most)) / 2,
  }
}

/**
 * Σ(x − x̄)(y − ȳ), each deviation over its column's range so that no product under- or overflows, compensated as `sum` is
 * (a loop of its own: n × k² products are not worth an array each).
 */
const productSum = (x: Float64Array, y: Float64Array, a: Extent, b: Extent): number => {
  let total = 0
  let lost = 0
  for (let i = 0; i < x.length; i++) {
    const value =
      (((x[i] as number) / 2 - a.middle) / a.range) * (((y[i] as number) / 2 - b.middle) / b.range)
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}
