/** What a relative rule compares with. */
import { ANSWERED, NOT_APPLICABLE } from './data.ts'
import { deviation, mean } from './statistics.ts'

/** One year's numbers as a criterion sees them: `gaps` also says where it does not apply. */
export type Compared = { numbers: Float64Array; gaps: Uint8Array }

/** Lowest and highest of n numbers (NaN of none), and how many entries the criterion applies to. */
export type Span = { n: number; min: number; max: number; applies: number }

/** @param among one for each year that is compared with */
export const spanOf = (among: readonly Compared[]): Span => {
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  let n = 0
  let applies = 0
  for (const { numbers, gaps } of among)
    for (let e = 0; e < gaps.length; e++) {
      if (gaps[e] !== NOT_APPLICABLE) applies++
      if (gaps[e] !== ANSWERED) continue
      const value = numbers[e] as number
      n++
      if (value < min) min = value
      if (value > max) max = value
    }
  return n > 0 ? { n, min, max, applies } : { n, min: Number.NaN, max: Number.NaN, applies }
}

/** The numbers, ascending: what is computed from them does not depend on the order of the entries. */
export const ascendingOf = (among: readonly Compared[]): Float64Array => {
  const { n } = spanOf(among)
  const ascending = new Float64Array(n)
  let at = 0
  for (const { numbers, gaps } of among)
    for (let e = 0; e < gaps.length; e++) if (gaps[e] === ANSWERED) ascending[at++] = numbers[e] as number
  return ascending.sort()
}

/** Mean and standard deviation with n − 1. */
export const momentsOf = (ascending: Float64Array): { mean: number; sd: number } => ({
  mean: mean(ascending),
  sd: deviation(ascending),
})

/** Mid-rank among ascending numbers, 1 is the lowest. */
export const midRank = (ascending: Float64Array, number: number): number => {
  const below = countBelow(ascending, number)
  const upTo = ascending[below] === number ? (tieEnds(ascending)[below] as number) : below
  return (below + 1 + upTo) / 2
}

/** For each of the ascending numbers, how many are not above it. */
export const tieEnds = (ascending: Float64Array): Int32Array => {
  const ends = new Int32Array(ascending.length)
  let end = ascending.length
  for (let i = end - 1; i >= 0; i--) {
    ends[i] = end
    if (i > 0 && ascending[i - 1] !== ascending[i]) end = i
  }
  return ends
}

/** How many of the ascending numbers are below the number. */
export const countBelow = (ascending: Float64Array, number: number): number => {
  let from = 0
  let to = ascending.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((ascending[middle] as number) < number) from = middle + 1
    else to = middle
  }
  return from
}
