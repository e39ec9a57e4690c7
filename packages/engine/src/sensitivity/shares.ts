/** Whose doing the variance of one output is. */
import { type Interval, intervalsOf } from './bootstrap.ts'
import { indicesOf, nothingVaries, type Outputs, termsOf } from './indices.ts'

/** Of one factor: what it does alone, and all that it has a hand in; intervals from resampled rows where asked for. */
export type Effect = { first: number; total: number; firstBetween?: Interval; totalBetween?: Interval }

/** Of two factors: what they do together beyond what each does alone. */
export type PairEffect = { of: readonly [i: number, j: number]; share: number; between?: Interval }

/** How the variance of an output falls to the factors. Without variance there is nothing to share out, and no number. */
export type Shares =
  | { outcome: 'nothingVaries' }
  | {
      outcome: 'shared'
      /** Over the two independent samples, 2N runs. */
      mean: number
      variance: number
      /** In the order of the factors. */
      effects: readonly Effect[]
      /** Second order; every i < j, where it was asked for. */
      pairs?: readonly PairEffect[]
    }

/** Sobol' indices (see `indicesOf`) with their intervals (see `intervalsOf`) for each list of row counts in `resamples`. */
export const sharesOf = (outputs: Outputs, resamples: readonly Uint32Array[]): Shares => {
  const terms = termsOf(outputs)
  const indices = nothingVaries(outputs) ? null : indicesOf(terms)
  if (!indices) return { outcome: 'nothingVaries' }
  const intervals = intervalsOf(terms, resamples)
  const between = <K extends string>(key: K, interval: Interval | undefined) =>
    (interval ? { [key]: interval } : {}) as { [key in K]?: Interval }
  return {
    outcome: 'shared',
    mean: terms.centre,
    variance: indices.variance,
    effects: indices.first.map((first, i) => ({
      first,
      total: indices.total[i] as number,
      ...between('firstBetween', intervals?.first[i]),
      ...between('totalBetween', intervals?.total[i]),
    })),
    ...(indices.second && {
      pairs: indices.second.map((pair, p) => ({ ...pair, ...between('between', intervals?.second[p]) })),
    }),
  }
}
