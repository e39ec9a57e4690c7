/** How sure each rank is under what could have been decided otherwise. */
import { RubricError } from '@tumstock/rubric/error'
import { countRuns, type OnProgress, type UncertaintyRequest } from './count-runs.ts'
import type { Model } from './model.ts'
import { type RankSummary, rankSummaries } from './rank-summary.ts'
import type { Range } from './runs.ts'
import type { Tally } from './tally.ts'
import { tiedGroups } from './tied-groups.ts'

export type UnitUncertainty = {
  id: string
  /** As the rubric has it, by the total alone; null without a total. */
  rank: number | null
  score: number | null
  /** Share of the runs in which it has a total; the rest is about those runs, null where there are none. */
  ranked: number
  mean: number | null
  median: number | null
  /** 5 % and 95 % of the ranks (R's type 7). */
  low: number | null
  high: number | null
  /** Share of runs at rank 1. */
  first: number | null
  /** Share of runs at the rank of a nominee or better; null where nominees were not asked for. */
  nominee: number | null
}

export type Uncertainty = {
  runs: number
  seed: number
  /** Ranks that were counted together: 1 = exact; else median, low and high are right to half of it. */
  resolution: number
  /** In the order of the data. */
  units: readonly UnitUncertainty[]
  /** Row by row, in how many runs the unit of the row came before that of the column (ties before neither). */
  before: Uint32Array | null
  /** Units that are tied within the noise, by id, in nominal order; null where pairs were not asked for. */
  groups: readonly (readonly string[])[] | null
}

/** Most units of which every pair is compared: their table fits the memory of a browser. */
const MOST_PAIRED = 2000

/**
 * Counts some of the runs of a request; `merge` of the counts of all of them, however they are split, is what
 * `uncertaintyFrom` takes.
 *
 * @throws RubricError `bad-assumption` for a request that cannot be met, and as `simulate`
 */
export const tallyRuns = (
  model: Model,
  request: UncertaintyRequest,
  range: Range,
  onProgress?: OnProgress,
): Tally => {
  checkRequest(model, request)
  return countRuns(model, request, range, onProgress)
}

/**
 * Draws runs from the assumptions and says how far the rank of each unit moves. Cost: runs × units × criteria.
 *
 * @throws RubricError `bad-assumption` for a request that cannot be met, and as `simulate`
 * @see Saisana, Saltelli and Tarantola, "Uncertainty and sensitivity analysis techniques as tools for the quality assessment
 * of composite indicators", JRSS A 168(2), 2005
 */
export const uncertainty = (
  model: Model,
  request: UncertaintyRequest,
  onProgress?: OnProgress,
): Uncertainty =>
  uncertaintyFrom(model, request, tallyRuns(model, request, { from: 0, to: request.runs }, onProgress))

/** @param tally of all runs of the request */
export const uncertaintyFrom = (model: Model, request: UncertaintyRequest, tally: Tally): Uncertainty => {
  const { runs, seed, nominees } = request
  const summaries = rankSummaries(tally, nominees ?? 0)
  return {
    runs,
    seed,
    resolution: tally.ranks.kind === 'ranges' ? tally.ranks.width : 1,
    units: summaries.map((summary, i) => unitOf(model, request, summary, i)),
    before: tally.before,
    groups: tally.before && groupsOf(model, tally.before, runs),
  }
}

const unitOf = (
  { ids, nominal }: Model,
  { runs, nominees }: UncertaintyRequest,
  { ranked, sum, median, low, high, first, nominee }: RankSummary,
  i: number,
): UnitUncertainty => {
  const rank = nominal.ranks[i] as number
  const ifRanked = (value: number) => (ranked === 0 ? null : value)
  return {
    id: ids[i] as string,
    rank: rank === 0 ? null : rank,
    score: rank === 0 ? null : (nominal.scores[i] as number),
    ranked: ranked / runs,
    mean: ifRanked(sum / ranked),
    median: ifRanked(median),
    low: ifRanked(low),
    high: ifRanked(high),
    first: ifRanked(first / ranked),
    nominee: nominees === undefined ? null : ifRanked(nominee / ranked),
  }
}

const groupsOf = ({ ids, nominal }: Model, before: Uint32Array, runs: number): string[][] => {
  const { ranks } = nominal
  const order = [...ids.keys()].filter(i => ranks[i] !== 0)
  // Equal nominal ranks: by id, so that the order of the data changes nothing.
  order.sort(
    (a, b) =>
      (ranks[a] as number) - (ranks[b] as number) || ((ids[a] as string) < (ids[b] as string) ? -1 : 1),
  )
  return tiedGroups(order, before, runs).map(group => group.map(i => ids[i] as string))
}

/** @throws RubricError `bad-assumption` for a request that cannot be met: no runs, no seed, too many units for pairs */
export const checkRequest = (
  { ids, plan }: Model,
  { runs, seed, pairs, nominees }: UncertaintyRequest,
): void => {
  const fail = (says: string) => new RubricError({ code: 'bad-assumption', rubric: plan.rubric, says })
  if (!Number.isSafeInteger(runs) || runs < 1)
    throw fail(`${runs} runs cannot be drawn. Allowed: 1 and above.`)
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw fail(`${seed} is no seed. Allowed: a whole number from 0 to 2^53 − 1.`)
  if (nominees !== undefined && !(Number.isSafeInteger(nominees) && nominees > 0))
    throw fail(`${nominees} cannot be nominated. Allowed: 1 and above.`)
  if (pairs && ids.length > MOST_PAIRED)
    throw fail(`${ids.length} units are too many to compare every pair. Allowed: ${MOST_PAIRED}.`)
}
