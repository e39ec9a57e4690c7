import { RubricError } from '@tumstock/rubric/error'
import { TIE } from '../score/places.ts'
import { mean, sum } from '../score/statistics.ts'
import { correlation } from './correlation.ts'
import { sharedNumbers } from './shared-numbers.ts'
import type { Table } from './table.ts'

export type Reliability = {
  /** Parts, and the fewest entries that any two of them share. */
  parts: number
  n: number
  /** From covariances: depends on the parts' scales. Null where the parts' sum has no variance beyond rounding. */
  alpha: number | null
  /** From correlations: of the parts brought to one variance. Null where a part has the same number everywhere, or they cancel. */
  standardised: number | null
}

/**
 * Cronbach's alpha: how far the parts of a group measure one thing (1 perfectly; below 0 where they cancel each other).
 *
 *     α = k² · c̄ / Σᵢⱼ cᵢⱼ,   standardised α = k·r̄ / (1 + (k−1)·r̄)
 *
 * c̄ and r̄ are the means of the k(k−1) covariances and Pearson correlations off the diagonal, each over the entries that
 * have both. COINr's `get_cronbach` is the first; the Handbook (2008, §6.1) standardises, which is the second and the one
 * to read unless all parts share a scale.
 * Source: Cronbach, Psychometrika 16 (1951).
 *
 * @param table the parts of one group
 * @throws RubricError `too-few` below 2 parts, or where two parts share fewer than 2 entries
 */
export const reliability = (table: Table): Reliability => {
  const { columns, rubric } = table
  const k = columns.length
  if (k < 2)
    throw new RubricError({
      code: 'too-few',
      rubric,
      says: `${k} parts cannot agree with each other. Give at least 2.`,
    })
  const variances: number[] = []
  const covariances: number[] = []
  const correlations: (number | null)[] = []
  const unit = unitOf(table)
  let least = table.entries.length
  for (const [i, a] of columns.entries())
    for (const [j, b] of columns.slice(0, i + 1).entries()) {
      const { n, r } = correlation(a.values, b.values, 'pearson')
      if (n < 2)
        throw new RubricError({
          code: 'too-few',
          rubric,
          path: a.id,
          says: `it shares ${n} entries with "${b.id}". They need at least 2 with numbers for both.`,
        })
      least = Math.min(least, n)
      const c = covariance(a.values, b.values, unit)
      if (i === j) variances.push(c)
      else {
        covariances.push(c)
        correlations.push(r)
      }
    }
  const all = sum(variances) + 2 * sum(covariances)
  const known = correlations.filter(r => r !== null)
  const r = mean(known)
  return {
    parts: k,
    n: least,
    // Parts that cancel each other leave rounding at best.
    alpha: Math.abs(all) <= TIE * sum(variances) ? null : (k * k * mean(covariances)) / all,
    standardised:
      known.length < correlations.length || Math.abs(1 + (k - 1) * r) <= TIE
        ? null
        : (k * r) / (1 + (k - 1) * r),
  }
}

/** A power of two near the largest number: alpha is the same in any unit, and in this one no product overflows. */
const unitOf = ({ columns }: Table): number => {
  const most = columns.reduce(
    (most, { values }) =>
      values.reduce((own, value) => (Number.isNaN(value) ? own : Math.max(own, Math.abs(value))), most),
    0,
  )
  return most > 0 ? 2 ** Math.floor(Math.log2(most)) : 1
}

const covariance = (x: Float64Array, y: Float64Array, unit: number): number => {
  const { xs, ys } = sharedNumbers(x, y)
  const [middleX, middleY] = [mean(xs), mean(ys)]
  const products = xs.map(
    (value, i) => (value / unit - middleX / unit) * ((ys[i] as number) / unit - middleY / unit),
  )
  return sum(products) / (xs.length - 1)
}
