/** Rules that place an entry among the entries of its round. */
import type { Scoring } from '@tumstock/rubric/contract'
import { deviation, mean, normal } from './statistics.ts'
import { winsorBounds } from './winsorise.ts'

export type RelativeRule = Extract<Scoring, { by: 'minmax' | 'zscore' | 'percentile' | 'rank' }>

export const isRelative = (rule: Scoring): rule is RelativeRule =>
  rule.by === 'minmax' || rule.by === 'zscore' || rule.by === 'percentile' || rule.by === 'rank'

/** The treated values that entries are compared with, and the numbers of them that the rules use. */
export type Basis = {
  /** Treated, ascending. */
  ascending: Float64Array
  min: number
  max: number
  mean: number
  /** With n − 1. */
  sd: number
  /** As the rule sees it: winsorised or on the logarithm, else as it is. */
  treat: (value: number) => number
}

export const basisOf = (rule: RelativeRule, values: Float64Array): Basis => {
  const sorted = values.toSorted()
  const treat = treatmentOf(rule, sorted)
  // Every treatment keeps the order.
  const ascending = sorted.map(treat)
  const last = ascending.length - 1
  return {
    ascending,
    min: ascending[0] ?? Number.NaN,
    max: ascending[last] ?? Number.NaN,
    mean: mean(ascending),
    sd: deviation(ascending),
    treat,
  }
}

/** False for a single entry or where all stand on one value: nothing can be placed then. */
export const hasSpread = (basis: Basis): boolean => basis.max > basis.min

/**
 * The value 0..1 of a treated number among its basis, for a basis with spread:
 * `minmax` (x−min)/(max−min) · `zscore` Φ((x−mean)/sd) · `percentile` (rank−½)/n · `rank` (rank−1)/(n−1);
 * ranks ascend and ties share their mid-rank. Lower is better: 1 minus that.
 */
export const place = (rule: RelativeRule, basis: Basis, treated: number): number => {
  const value = placeAscending(rule.by, basis, treated)
  return rule.lowerIsBetter ? 1 - value : value
}

/** Mid-rank among the basis, 1 is the lowest. */
export const midRank = ({ ascending }: Basis, treated: number): number => {
  const below = countBelow(ascending, treated, false)
  const upTo = countBelow(ascending, treated, true)
  return (below + 1 + upTo) / 2
}

const placeAscending = (by: RelativeRule['by'], basis: Basis, treated: number): number => {
  const n = basis.ascending.length
  if (by === 'minmax') return (treated - basis.min) / (basis.max - basis.min)
  if (by === 'zscore') return normal((treated - basis.mean) / basis.sd)
  const rank = midRank(basis, treated)
  return by === 'percentile' ? (rank - 0.5) / n : (rank - 1) / (n - 1)
}

const treatmentOf = (rule: RelativeRule, sorted: Float64Array): ((value: number) => number) => {
  if (rule.treat === 'log') return Math.log
  if (rule.treat === undefined) return value => value
  const { low, high } = winsorBounds(sorted)
  return value => Math.min(high, Math.max(low, value))
}

/** How many of the ascending values are below (`orEqual`: or equal to) the number. */
const countBelow = (ascending: Float64Array, number: number, orEqual: boolean): number => {
  let from = 0
  let to = ascending.length
  while (from < to) {
    const middle = (from + to) >>> 1
    const value = ascending[middle] as number
    if (value < number || (orEqual && value === number)) from = middle + 1
    else to = middle
  }
  return from
}
