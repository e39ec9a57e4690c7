import { numbersByGroup } from './groups.ts'

/** A group's distribution in one dimension; all null where nobody in the group has a value. */
export type GroupProfile = { group: string; n: number } & (
  | { min: number; lower: number; median: number; upper: number; max: number }
  | { min: null; lower: null; median: null; upper: null; max: null }
)

/**
 * The `p` quantile of ascending values, type 7: linear between the order statistics around 1 + (n − 1)p.
 * Source: Hyndman & Fan (1996), *Sample quantiles in statistical packages*, The American Statistician 50, 361–365.
 *
 * @throws RangeError without values, or for `p` outside 0..1
 */
export const quantile = (ascending: ArrayLike<number>, p: number): number => {
  const at = (ascending.length - 1) * p
  const low = ascending[Math.floor(at)]
  const high = ascending[Math.ceil(at)]
  if (low === undefined || high === undefined)
    throw new RangeError(`no ${p} quantile of ${ascending.length} values`)
  return low + (at - Math.floor(at)) * (high - low)
}

/**
 * Smallest, quartiles, median and largest value of each group.
 *
 * @param values NaN where there is none; those do not count
 * @param groups by value; returned in the order in which they first come
 */
export const profile = (values: ArrayLike<number>, groups: readonly string[]): GroupProfile[] =>
  [...numbersByGroup(values, groups)].map(([group, positions]) => {
    const n = positions.length
    if (n === 0) return { group, n, min: null, lower: null, median: null, upper: null, max: null }
    const ascending = Float64Array.from(positions, position => values[position] ?? Number.NaN).sort()
    const [min, lower, median, upper, max] = [0, 0.25, 0.5, 0.75, 1].map(p => quantile(ascending, p)) as [
      number,
      number,
      number,
      number,
      number,
    ]
    return { group, n, min, lower, median, upper, max }
  })
