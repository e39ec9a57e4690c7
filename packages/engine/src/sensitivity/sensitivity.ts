/** What drives the uncertainty: which assumption moves the ranks, alone and together with others. */
import { RubricError } from '@tumstock/rubric/error'
import type { Model } from '../uncertainty/model.ts'
import type { Points } from '../uncertainty/runs.ts'
import { simulate } from '../uncertainty/simulate.ts'
import { resamplesOf } from './bootstrap.ts'
import { blocksIn, designOf, MOST_FACTORS } from './design.ts'
import { termsOf } from './indices.ts'
import { changeOf } from './rank-change.ts'
import { type Shares, sharesOf } from './shares.ts'
import { rowsAtOnce, slicesOf, type UnitShares, unitTerms } from './unit-terms.ts'

export type SensitivityRequest = {
  /** Rows of the design: n·(d + 2) runs for d assumptions, with second order n·(2d + 2). Best a power of two. */
  n: number
  /** A whole number from 0 to 2^53 − 1: the same seed gives the same result on any machine. */
  seed: number
  /** What pairs of assumptions do together. */
  secondOrder?: boolean
  /** Number of resamples for the intervals; absent: no intervals. */
  bootstrap?: number
  /** Of each unit too: of its rank or of its score. */
  perUnit?: 'rank' | 'score'
}

export type Sensitivity = {
  n: number
  seed: number
  runs: number
  /** Of the mean over the units of |rank − nominal rank|; effects in the order of the assumptions. */
  change: Shares
  /** In the order of the model's ids, where asked for. */
  units?: readonly UnitShares[]
}

/** Progress is told a hundred times, but not after so few runs that starting them would cost more than they do. */
const PORTIONS = 100
const LEAST_PORTION = 256
/** Rows of a unit's bootstrap are drawn in this many groups, so that its memory does not grow with the runs. */
const GROUPS = 64

/**
 * Variance-based sensitivity analysis (Sobol' indices) of what could have been decided otherwise, on a scrambled Sobol'
 * sequence (`designOf`), with the estimators of `indicesOf` and the intervals of `intervalsOf`.
 *
 * The output that is explained is y = (1/m) Σ |rank_u − nominal rank_u| over the m units that are ranked both in the run and
 * nominally; for each unit, where asked for, its own rank or score. One number is kept for each run and a fixed number for
 * each unit; where units are so many that even these are too much, the runs are made again for the next of them.
 *
 * @param onProgress is told the share of the runs made, 0 to 1
 * @throws RubricError `bad-assumption` for more assumptions than can be told apart, n below 2, or where nobody is ranked
 * nominally, or nobody of them in a run; and as `simulate`
 *
 * Source: A. Saltelli et al., "Global Sensitivity Analysis: The Primer", 2008, ch. 4; M. Saisana, A. Saltelli and
 * S. Tarantola, J. R. Stat. Soc. A 168, 307–323 (2005), for composite indicators and this output.
 */
export const sensitivity = (
  model: Model,
  request: SensitivityRequest,
  onProgress?: (share: number) => void,
): Sensitivity => {
  const { n, seed, secondOrder: crossed = false, bootstrap: times = 0, perUnit = 'rank' } = request
  check(model, request)
  const layout = { factors: model.factors, crossed }
  const { point, runs } = designOf(layout, { n, seed })
  const blocks = blocksIn(layout)
  const shape = { layout, n, groups: times === 0 ? 1 : Math.min(n, GROUPS) }
  const slices = slicesOf(request.perUnit ? model.ids.length : 0, shape)
  const grouped = resamplesOf(shape.groups, { times, seed })
  const change = new Float64Array(runs)

  const units = (slices.length === 0 ? [{ from: 0, to: 0 }] : slices).flatMap((slice, pass, passes) => {
    const terms = unitTerms(model, shape, slice, perUnit)
    const rows = Math.min(
      rowsAtOnce(layout, slice),
      Math.ceil(Math.max(LEAST_PORTION, runs / PORTIONS) / blocks),
    )
    for (let from = 0; from < n; from += rows) {
      const to = Math.min(n, from + rows)
      simulate(model, point, { from: from * blocks, to: to * blocks }, (run, scores, ranks) => {
        change[run] = changeOf(model.nominal.ranks, ranks)
        if (Number.isNaN(change[run])) refuseRun(model, point, run)
        terms.keep(run, { scores, ranks })
      })
      terms.addRows(from, to)
      onProgress?.((pass + to / n) / passes.length)
    }
    return terms.shares(grouped)
  })
  return {
    n,
    seed,
    runs,
    change: sharesOf(termsOf(layout, change), resamplesOf(n, { times, seed })),
    ...(request.perUnit && { units }),
  }
}

/** A run in which nobody has a rank to change: names its alternatives. */
const refuseRun = ({ plan, alternatives, factors }: Model, point: Points, run: number): never => {
  const at = new Float64Array(factors)
  point(run, at)
  const chosen = alternatives.flatMap((count, i) =>
    count === 0 ? [] : [`${Math.floor((at[i] as number) * count) + 1} of assumption ${i + 1}`],
  )
  throw new RubricError({
    code: 'bad-assumption',
    rubric: plan.rubric,
    says: `with alternative ${chosen.join(', ')}, no entry has a rank that has one as the rubric is. Leave one of them out.`,
  })
}

const check = ({ plan, factors, nominal }: Model, { n, seed, bootstrap = 0 }: SensitivityRequest): void => {
  const refuse = (says: string): never => {
    throw new RubricError({ code: 'bad-assumption', rubric: plan.rubric, says })
  }
  if (!nominal.ranks.some(rank => rank > 0))
    refuse('no entry has a rank as the rubric is, so none can change. Analyse entries that are ranked.')
  if (factors > MOST_FACTORS)
    refuse(`sensitivity to ${factors} assumptions at once. At most ${MOST_FACTORS} can be told apart.`)
  if (!(Number.isInteger(n) && n >= 2))
    refuse(`a sensitivity design of ${n} rows. It takes a whole number from 2.`)
  if (!(Number.isSafeInteger(seed) && seed >= 0))
    refuse(`${seed} is no seed. It takes a whole number from 0 to 2^53 − 1.`)
  if (!(Number.isInteger(bootstrap) && bootstrap >= 0))
    refuse(`${bootstrap} resamples. It takes a whole number, 0 for none.`)
}
