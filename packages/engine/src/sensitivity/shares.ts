/** Whose doing the variance of one output is. */
import { type Interval, intervalsOf } from './bootstrap.ts'
import { indicesOf, type Terms } from './indices.ts'

/** Of one factor: what it does alone, and all that it has a hand in; intervals from resampled rows where asked for. */
export type Effect = { first: number; total: number; firstBetween?: Interval; totalBetween?: Interval }

/** Of two factors: what they do together beyond what each does alone. */
export type PairEffect = { of: readonly [i: number, j: number]; share: number; between?: Interval }

/** How the variance of an output falls to the factors. Without variance there is nothing to share out, and no number. */
export type Shares =
  | { outcome: 'nothingVaries' }
  | {
      outcome: 'shared'
      /** Over the two independent samples, 2N outputs. */
      mean: number
      variance: number
      /** In the order of the factors. */
      effects: readonly Effect[]
      /** Second order; every i < j, where it was asked for. */
      pairs?: readonly PairEffect[]
    }

/** Sobol' indices (see `indicesOf`), with their intervals (see `intervalsOf`) where there are resamples. */
export const sharesOf = (terms: Terms, resamples: readonly Uint32Array[]): Shares => {
  const indices = indicesOf(terms)
  if (!indices) return { outcome: 'nothingVaries' }
  const { mean, variance, first, total, second } = indices
  const intervals = intervalsOf(terms, resamples)
  return {
    outcome: 'shared',
    mean,
    variance,
    effects: first.map((own, i) => ({
      first: own,
      total: total[i] as number,
      ...(intervals && {
        firstBetween: intervals.first[i] as Interval,
        totalBetween: intervals.total[i] as Interval,
      }),
    })),
    ...(second && {
      pairs: second.map((pair, p) => ({
        ...pair,
        ...(intervals && { between: intervals.second[p] as Interval }),
      })),
    }),
  }
}
