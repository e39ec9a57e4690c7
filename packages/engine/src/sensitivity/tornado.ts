/** What each assumption does by itself, one change at a time. */
import { RubricError } from '@tumstock/rubric/error'
import { quantile } from '../compare/profile.ts'
import type { Assumption } from '../uncertainty/assumptions.ts'
import { leavesOf } from '../uncertainty/leave-out.ts'
import { type Model, modelOf, type Ranked } from '../uncertainty/model.ts'
import { runWith, simulate } from '../uncertainty/simulate.ts'
import type { Subject } from '../uncertainty/subject.ts'
import { changeOf } from './rank-change.ts'

/** One change, everything else as the rubric has it. */
export type End = {
  /**
   * What changes: the alternative at this index of `among` · the weight of `path` times this, 0 where it is left out ·
   * of marks drawn again, this quantile of what comes of it.
   */
  as: { alternative: number } | { times: number } | { quantile: number }
  /** Mean over the units of |rank − nominal rank|. */
  change: number
  /** Of the unit that was asked for; 0 = not ranked. */
  rank?: number
}

export type Bar = {
  /** Place of its assumption in the list. */
  assumption: number
  /** The criterion whose weight changes. */
  path?: string
  ends: readonly End[]
}

export type Tornado = {
  /** The unit that was asked for, as the rubric ranks it; 0 = not ranked. */
  unit?: { id: string; rank: number }
  /** The one that moves most first: the unit's rank, else the ranks of all. */
  bars: readonly Bar[]
}

/** Draws of the marks, and the quantiles of them that stand for the two ends. */
const DRAWS = 200
const QUANTILES = [0.05, 0.95]

/**
 * One-at-a-time analysis: each assumption alone, all else as the rubric has it. Of alternatives each is tried; of weights each
 * criterion's is multiplied by 1 − by and by 1 + by; of leaves that can be left out each is; marks are drawn again 200 times.
 * It shows direction and reach, not what assumptions do together: for that see `sensitivity`.
 *
 * @param request `unit`: its rank too; `category`: only its entries, ranked among themselves
 * @param onProgress is told the share of the assumptions done, 0 to 1
 * @throws RubricError `unknown-entry` for a unit that is not analysed; `bad-assumption` where nobody is ranked nominally, or
 * nobody of them after a change; whatever `modelOf` throws; whatever an alternative
 * that cannot be scored throws
 *
 * Source: OECD and JRC, "Handbook on Constructing Composite Indicators", 2008, step 7; A. Saltelli and P. Annoni, Environ.
 * Model. Softw. 25 (2010), on what one at a time cannot see.
 */
export const tornado = (
  subject: Subject,
  assumptions: readonly Assumption[],
  request: { unit?: string; category?: string } = {},
  onProgress?: (share: number) => void,
): Tornado => {
  const { unit, ...options } = request
  const bars: Bar[] = []
  let nominal: Tornado['unit']
  assumptions.forEach((assumption, i) => {
    const model = modelOf(subject, [assumption], options)
    const place = unit === undefined ? undefined : placeOf(model, unit)
    if (place !== undefined)
      nominal = { id: model.ids[place] as string, rank: model.nominal.ranks[place] as number }
    for (const bar of barsOf(model, assumption, place)) {
      refuseNobody(model, i, bar)
      bars.push({ assumption: i, ...bar })
    }
    onProgress?.((i + 1) / assumptions.length)
  })
  const reach = ({ ends }: Bar): number =>
    Math.max(
      ...ends.map(({ change, rank }) =>
        rank === undefined ? change : placesMoved(nominal?.rank ?? 0, rank),
      ),
    )
  const byReach = bars
    .map(bar => ({ bar, reach: reach(bar) }))
    .sort((a, b) => (a.reach === b.reach ? 0 : b.reach - a.reach))
  return { ...(nominal && { unit: nominal }), bars: byReach.map(({ bar }) => bar) }
}

/** Into the ranking or out of it is farther than any number of places. */
const placesMoved = (before: number, after: number): number =>
  (before === 0) === (after === 0) ? Math.abs(after - before) : Number.POSITIVE_INFINITY

/** A change of ranks that nobody has is no change of 0. */
const refuseNobody = ({ plan }: Model, assumption: number, { path, ends }: OwnBar): void => {
  const end = ends.find(({ change }) => Number.isNaN(change))
  if (!end) return
  const what = 'alternative' in end.as ? `with alternative ${end.as.alternative + 1}` : `with ${path} changed`
  throw new RubricError({
    code: 'bad-assumption',
    rubric: plan.rubric,
    path: `assumptions.${assumption}`,
    says: `${what}, no entry has a rank that has one as the rubric is. Leave it out.`,
  })
}

const placeOf = ({ ids, plan }: Model, unit: string): number => {
  const place = ids.indexOf(unit)
  if (place !== -1) return place
  const says = `"${unit}" is not among the ${ids.length} entries that are analysed.`
  throw new RubricError({ code: 'unknown-entry', rubric: plan.rubric, says })
}

type OwnBar = Omit<Bar, 'assumption'>

const barsOf = (model: Model, assumption: Assumption, place: number | undefined): OwnBar[] => {
  const endOf = (as: End['as'], ranked: Ranked): End => ({ as, ...effectOf(model, ranked.ranks, place) })
  const tried = (alternative: number) => runWith(model, { alternatives: [alternative] })
  if (assumption.vary === 'marks') return [{ ends: drawnEnds(model, place) }]
  if (assumption.vary === 'weights')
    return weighted(model).map(({ path, weight }) => ({
      path,
      ends: [1 - assumption.by, 1 + assumption.by].map(times =>
        endOf({ times }, runWith(model, { alternatives: [], weights: { [path]: weight * times } })),
      ),
    }))
  if (assumption.vary === 'leaveOut')
    return leavesOf(model.plan, assumption.of).map((path, leaf) => ({
      path,
      ends: [endOf({ times: 0 }, tried(leaf))],
    }))
  return [{ ends: assumption.among.map((_, alternative) => endOf({ alternative }, tried(alternative))) }]
}

/** The criteria whose weights the model's one assumption moves. */
const weighted = ({ plan, noises }: Model): { path: string; weight: number }[] =>
  noises.flatMap(({ nodes }) =>
    Array.from(nodes, node => ({
      path: plan.nodes[node]?.path as string,
      weight: plan.weights[node] as number,
    })),
  )

const effectOf = (
  { nominal }: Model,
  ranks: Int32Array,
  place: number | undefined,
): { change: number; rank?: number } => ({
  change: changeOf(nominal.ranks, ranks),
  ...(place !== undefined && { rank: ranks[place] as number }),
})

/** Quantiles of the change and of the unit's rank, each by itself. */
const drawnEnds = (model: Model, place: number | undefined): End[] => {
  const changes = new Float64Array(DRAWS)
  const ranks = new Float64Array(DRAWS)
  const point = (run: number, into: Float64Array) => {
    into[0] = run / DRAWS
  }
  simulate(model, point, { from: 0, to: DRAWS }, (run, _, ranked) => {
    const { change, rank = 0 } = effectOf(model, ranked, place)
    changes[run] = change
    ranks[run] = rank
  })
  changes.sort()
  ranks.sort()
  return QUANTILES.map(share => ({
    as: { quantile: share },
    change: quantile(changes, share),
    ...(place !== undefined && { rank: quantile(ranks, share) }),
  }))
}
