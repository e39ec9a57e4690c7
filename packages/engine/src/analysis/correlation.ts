import { TIE } from '../score/places.ts'
import { mean, sum } from '../score/statistics.ts'
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
  if (x.length < 2 || isConstant(x) || isConstant(y)) return null
  const [a, b] = [centred(x), centred(y)]
  const r = dot(a, b) / Math.sqrt(dot(a, a)) / Math.sqrt(dot(b, b))
  return Math.max(-1, Math.min(1, r))
}

/** Also where numbers differ by rounding alone: a correlation of that would be noise. */
const isConstant = (values: Float64Array): boolean => {
  const least = values.reduce((a, b) => Math.min(a, b))
  const most = values.reduce((a, b) => Math.max(a, b))
  return most - least <= TIE * Math.max(Math.abs(least), Math.abs(most))
}

/** Deviations from the mean, brought to a largest of 1 so that no square under- or overflows. */
const centred = (values: Float64Array): Float64Array => {
  const middle = mean(values)
  const deviations = values.map(value => value - middle)
  const largest = deviations.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return largest === 0 ? deviations : deviations.map(value => value / largest)
}

const dot = (a: Float64Array, b: Float64Array): number => sum(a.map((value, i) => value * (b[i] as number)))
