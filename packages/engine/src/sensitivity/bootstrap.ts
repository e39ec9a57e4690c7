/** How far estimates would move had other rows been drawn. */
import { quantile } from '../compare/profile.ts'
import { uniform } from '../uncertainty/random.ts'
import { type Indices, indicesOf, type Terms } from './indices.ts'

/** Low 5 % and high 95 %. */
export type Interval = readonly [low: number, high: number]

export type Intervals = {
  first: readonly Interval[]
  total: readonly Interval[]
  second: readonly Interval[]
}

const LOW = 0.05
const HIGH = 0.95

/** How often each group of rows is drawn, as many as there are, with replacement; one list per resample. */
export const resamplesOf = (
  groups: number,
  { times, seed }: { times: number; seed: number },
): Uint32Array[] =>
  Array.from({ length: times }, (_, time) => {
    const counts = new Uint32Array(groups)
    for (let g = 0; g < groups; g++) {
      const drawn = Math.floor(uniform(seed, time, g) * groups)
      counts[drawn] = (counts[drawn] as number) + 1
    }
    return counts
  })

/**
 * Percentile intervals of Sobol' indices: groups of rows of the design are drawn with replacement and every index computed
 * anew, its variance with it; then the 5 % and 95 % quantiles. Groups count as independent; those of a Sobol' sequence cover
 * the cube more evenly, so that the intervals are rather too wide than too narrow.
 * A resample in which nothing varies has no indices and is left out.
 *
 * Source: G. E. B. Archer, A. Saltelli and I. M. Sobol', "Sensitivity measures, ANOVA-like techniques and the use of
 * bootstrap", J. Stat. Comput. Simul. 58, 99–120 (1997).
 *
 * @returns undefined if nothing varies in any resample
 */
export const intervalsOf = (terms: Terms, resamples: readonly Uint32Array[]): Intervals | undefined => {
  const drawn = resamples.map(counts => indicesOf(terms, counts)).filter(found => found !== null)
  const [one] = drawn
  if (!one) return undefined
  const between = (of: (indices: Indices) => number): Interval => {
    const ascending = Float64Array.from(drawn, of).sort()
    return [quantile(ascending, LOW), quantile(ascending, HIGH)]
  }
  return {
    first: one.first.map((_, i) => between(({ first }) => first[i] as number)),
    total: one.total.map((_, i) => between(({ total }) => total[i] as number)),
    second: (one.second ?? []).map((_, pair) => between(({ second }) => second?.[pair]?.share as number)),
  }
}
