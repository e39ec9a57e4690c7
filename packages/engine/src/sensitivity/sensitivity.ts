/** What drives the uncertainty: which assumption moves the ranks, alone and together with others. */
import { RubricError } from '@tumstock/rubric/error'
import type { Model } from '../uncertainty/model.ts'
import { simulate } from '../uncertainty/simulate.ts'
import { resamplesOf } from './bootstrap.ts'
import { type Design, designOf, MOST_FACTORS } from './design.ts'
import { changeOf } from './rank-change.ts'
import { type Shares, sharesOf } from './shares.ts'

export type SensitivityRequest = {
  /** Rows of the design: n·(d + 2) runs for d assumptions, with second order n·(2d + 2). Best a power of two. */
  n: number
  /** Whole number: the same seed gives the same result anywhere. */
  seed: number
  /** What pairs of assumptions do together. */
  secondOrder?: boolean
  /** Number of resamples for the intervals; absent: none. */
  bootstrap?: number
  /** Of each unit too: of its rank or of its score. */
  perUnit?: 'rank' | 'score'
}

/** A unit that has no rank in every run has no indices: its rank is not a number there. */
export type UnitShares = { id: string } & (Shares | { outcome: 'notAlwaysRanked' })

export type Sensitivity = {
  n: number
  seed: number
  runs: number
  /** Of the mean over the units of |rank − nominal rank|; effects in the order of the assumptions. */
  change: Shares
  /** In the order of the model's ids, where asked for. */
  units?: readonly UnitShares[]
}

/** Numbers kept at once for the units; with more, the runs are made again for the next units. */
const KEPT = 2 ** 25
/** Progress is told a hundred times, but never after so few runs that starting them would cost more than they do. */
const PORTIONS = 100
const LEAST_PORTION = 256

/**
 * Variance-based sensitivity analysis (Sobol' indices) of a model of what could have been decided otherwise, on a scrambled
 * Sobol' sequence (`designOf`), with the estimators of `indicesOf` and the intervals of `intervalsOf`.
 *
 * The output that is explained is y = (1/m) Σ |rank_u − nominal rank_u| over the m units that are ranked in the run and
 * nominally, and for each unit its own rank or score. Memory is one number per run and, for the units, at most 2²⁵ numbers,
 * however many runs; the result depends on the seed alone.
 *
 * @param onProgress is told the share of the runs made, 0 to 1
 * @throws RubricError `bad-assumption` for more assumptions than can be told apart, or n below 2; whatever `simulate` throws
 *
 * Source: A. Saltelli et al., "Global Sensitivity Analysis: The Primer", 2008, ch. 4; M. Saisana, A. Saltelli and
 * S. Tarantola, J. R. Stat. Soc. A 168, 307–323 (2005), for composite indicators and this output.
 */
export const sensitivity = (
  model: Model,
  request: SensitivityRequest,
  onProgress?: (share: number) => void,
): Sensitivity => {
  const { n, seed, bootstrap = 0, perUnit } = request
  check(model, request)
  const design = designOf(model.factors, { n, seed, crossed: request.secondOrder === true })
  const resamples = resamplesOf(n, { times: bootstrap, seed })
  const units = perUnit ? model.ids.length : 0
  const atOnce = Math.max(1, Math.floor(KEPT / design.runs))
  const passes = Math.max(1, Math.ceil(units / atOnce))

  const change = new Float64Array(design.runs)
  const found: UnitShares[] = []
  for (let pass = 0; pass < passes; pass++) {
    const from = pass * atOnce
    const outputs = Array.from(
      { length: Math.min(atOnce, units - from) },
      () => new Float64Array(design.runs),
    )
    runAll(model, design, {
      each: (run, scores, ranks) => {
        if (pass === 0) change[run] = changeOf(model.nominal.ranks, ranks)
        for (let u = 0; u < outputs.length; u++)
          (outputs[u] as Float64Array)[run] = outputOf(perUnit, from + u, { scores, ranks })
      },
      told: share => onProgress?.((pass + share) / passes),
    })
    outputs.forEach((output, u) => {
      found.push({ id: model.ids[from + u] as string, ...unitShares(design, output, resamples) })
    })
  }
  return {
    n,
    seed,
    runs: design.runs,
    change: sharesOf(design.blocksOf(change), resamples),
    ...(perUnit && { units: found }),
  }
}

const check = ({ plan, factors }: Model, { n, bootstrap = 0 }: SensitivityRequest): void => {
  const refuse = (says: string): never => {
    throw new RubricError({ code: 'bad-assumption', rubric: plan.rubric, says })
  }
  if (factors > MOST_FACTORS)
    refuse(`sensitivity to ${factors} assumptions at once. At most ${MOST_FACTORS} can be told apart.`)
  if (!(Number.isInteger(n) && n >= 2))
    refuse(`a sensitivity design of ${n} rows. It takes a whole number from 2.`)
  if (!(Number.isInteger(bootstrap) && bootstrap >= 0))
    refuse(`${bootstrap} resamples. It takes a whole number, 0 for none.`)
}

type Watch = {
  each: (run: number, scores: Float64Array, ranks: Int32Array) => void
  told: (share: number) => void
}

const runAll = (model: Model, { runs, point }: Design, { each, told }: Watch): void => {
  const portion = Math.max(LEAST_PORTION, Math.ceil(runs / PORTIONS))
  for (let from = 0; from < runs; from += portion) {
    const to = Math.min(runs, from + portion)
    simulate(model, point, { from, to }, each)
    told(to / runs)
  }
}

/** NaN where the unit has no rank. */
const outputOf = (
  of: SensitivityRequest['perUnit'],
  unit: number,
  { scores, ranks }: { scores: Float64Array; ranks: Int32Array },
): number => {
  const rank = ranks[unit] as number
  if (rank === 0) return Number.NaN
  return of === 'score' ? (scores[unit] as number) : rank
}

const unitShares = (
  { blocksOf }: Design,
  output: Float64Array,
  resamples: readonly Uint32Array[],
): Shares | { outcome: 'notAlwaysRanked' } =>
  output.some(Number.isNaN) ? { outcome: 'notAlwaysRanked' } : sharesOf(blocksOf(output), resamples)
