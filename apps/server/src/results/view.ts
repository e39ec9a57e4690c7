import type { Screening } from '@tumstock/engine/change'
import { type DimensionCoverage, dimensionCoverage } from '@tumstock/engine/coverage'
import { dimensions } from '@tumstock/engine/dimensions'
import { ROOT_PATH } from '@tumstock/engine/plan'
import { preparedOf } from '@tumstock/engine/prepared'
import { quantile } from '@tumstock/engine/profile'
import { type RestsOn, type RestsOnByPath, restsOn } from '@tumstock/engine/rests-on'
import { NOT_APPLICABLE, OUTCOMES, type Outcome } from '@tumstock/engine/results'
import { imputedAt, leftOutOf } from '@tumstock/engine/trail'
import { type Position, positionOf } from '@tumstock/register/position'
import { unitAt } from '@tumstock/register/units'
import type { RubricData } from '@tumstock/rubric/contract'
import { frameworkById } from '@tumstock/rubric/framework'
import { pointsOf, walk } from '@tumstock/rubric/tree'
import type { Participant } from '../entries/rows.ts'
import type { Scored } from './score-round.ts'

export type Flag =
  | 'winner'
  | 'nominee'
  | 'finalist'
  | 'tie-at-edge'
  | 'tied'
  | 'category-tied'
  | 'incomplete'
  | 'below-floor'
  | 'error'
  /** A source says otherwise about the entry of a record. */
  | 'contradicted'
  /** Some of its numbers are imputed. */
  | 'imputed'
  /** Scored and not ranked: it benchmarks itself, under its name or without it, or may not compete. */
  | 'benchmark'
  | 'anonymous'
  | 'ineligible'

/** `notPublished`: a record names the entry, and no source its score. `notScored`: a survey ranks nobody. `leftOut`: by a step. */
export type RowOutcome = Outcome | 'notPublished' | 'notScored' | 'leftOut'

/** One entry in a table of results. Numbers are unrounded; null = there is none. */
export type ResultRow = {
  entry: string
  units: readonly string[]
  name: string
  country: string
  kind: string
  county: string | null
  population: number | null
  category: string | null
  /** 0..1 */
  score: number | null
  percent: number | null
  /** On the rubric's scale. */
  points: number | null
  rank: number | null
  categoryRank: number | null
  tied: boolean
  categoryTied: boolean
  coverage: number
  outcome: RowOutcome
  /** Why a step left it out. */
  leftOut?: Screening
  /** Indicators whose number a step put there; absent where none is. */
  imputed?: readonly string[]
  flags: readonly Flag[]
  position: Position | null
  /** What its whole score rests on; absent where nobody in the round checked any answer. */
  restsOn?: RestsOn | null
  /** Absent where it competes. To who may not know who it is, an anonymous row has nothing but its score. */
  participation?: 'benchmark' | 'anonymous'
}

export type NodeColumn = {
  path: string
  title: string
  parent: string | null
  depth: number
  /** Most points it can add. */
  points: number
  values: readonly (number | null)[]
  coverage: readonly number[]
  /** On which layer of answers each value rests; absent where nobody in the round checked any. */
  restsOn?: readonly (RestsOn | null)[]
}

export type DimensionColumn = {
  dimension: string
  values: readonly (number | null)[]
  coverage: readonly number[]
}

/** Entry ids; the rows say who they are. */
export type AwardView = {
  award: string
  category: string | null
  nominees: readonly string[]
  winners: readonly string[]
  tieAtEdge: boolean
  belowFloor: readonly { entry: string; path: string; value: number | null; floor: number }[]
}

export type Tiles = {
  invited: number
  entries: number
  scored: number
  coverage: number | null
  median: number | null
  best: number | null
  lowest: number | null
  /** Entries that share a rank with another after every tie-break. */
  ties: number
  /** Entries that a step left out; absent where none is. */
  leftOut?: number
  /** Entries whose answers are not sent in and do not count; absent where there are none. */
  unsubmitted?: number
}

/** A round's results as they are stored: what the screens and the publication are made of. */
export type ResultsBody = {
  /** By rank; those without one after them, the anonymous ones last and by score alone. */
  rows: readonly ResultRow[]
  /** In the order of `rows`, like every column here. */
  nodes: readonly NodeColumn[]
  dimensions: readonly DimensionColumn[]
  dimensionCoverage: readonly DimensionCoverage[]
  tiles: Tiles
  awards: readonly AwardView[]
  /** `at`: the criterion or the step (`steps.1`) that failed. */
  errors: readonly { path: string; entry: string; code: string; at: string; message: string }[]
}

export type ViewOf = {
  rubric: RubricData
  referenceDate: string
  /** Those who answered, in the order of the scored data. */
  entries: readonly Participant[]
  invited: number
  unsubmitted: number
}

const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value
const ranked = (rank: number | undefined): number | null => (rank ? rank : null)

const awardsOf = ({ results }: Scored): AwardView[] => {
  const id = (entry: number) => results.ids[entry] ?? ''
  return results.awards.map(award => ({
    award: award.award,
    category: award.category,
    nominees: award.nominees.map(id),
    winners: award.winners.map(id),
    tieAtEdge: award.tieAtEdge,
    belowFloor: award.belowFloor.map(({ entry, path, value, floor }) => ({
      entry: id(entry),
      path,
      value: orNull(value),
      floor,
    })),
  }))
}

const rowOf = (
  { results, plan, data }: Scored,
  view: ViewOf,
  entry: number,
  flags: readonly Flag[],
): ResultRow => {
  const one = view.entries[entry] as Participant
  const [lead = ''] = one.units
  const prepared = preparedOf(plan, data)
  const leftOut = leftOutOf(prepared, entry)
  const imputed = leftOut ? [] : imputedAt(prepared, entry)
  const value = plan.ranked ? orNull(results.total.values[entry]) : null
  return {
    entry: one.id,
    units: one.units,
    name: one.name,
    country: one.country,
    kind: one.kind,
    county: unitAt(lead, view.referenceDate)?.county ?? null,
    population: one.population,
    category: one.category,
    score: value,
    percent: value === null ? null : value * 100,
    points: value === null ? null : value * plan.max,
    rank: ranked(results.rank[entry]),
    categoryRank: ranked(results.categoryRank[entry]),
    tied: results.tied[entry] === 1,
    categoryTied: results.categoryTied[entry] === 1,
    coverage: results.total.coverage[entry] ?? 0,
    outcome: outcomeOf(plan.ranked, leftOut, results.total.outcomes[entry]),
    ...(leftOut && { leftOut }),
    ...(imputed.length > 0 && { imputed }),
    flags: imputed.length > 0 ? [...flags, 'imputed'] : flags,
    position: positionOf(lead),
    ...(isBenchmark(one.participation) && { participation: one.participation }),
  }
}

const isBenchmark = (participation: Participant['participation']) =>
  participation === 'benchmark' || participation === 'anonymous'

const outcomeOf = (ranked: boolean, leftOut: Screening | null, outcome = 0): RowOutcome => {
  if (leftOut) return 'leftOut'
  return ranked ? (OUTCOMES[outcome] ?? 'error') : 'notScored'
}

const flagsOf = ({ results }: Scored, awards: readonly AwardView[], entries: readonly Participant[]) => {
  const failing = new Set(results.errors.map(({ entry }) => entry))
  return (entry: number): Flag[] => {
    const id = results.ids[entry] ?? ''
    const where = (list: 'nominees' | 'winners') => awards.filter(award => award[list].includes(id))
    const flags: [Flag, boolean][] = [
      ['winner', where('winners').length > 0],
      ['nominee', where('nominees').length > 0],
      [
        'tie-at-edge',
        where('nominees')
          .concat(where('winners'))
          .some(award => award.tieAtEdge),
      ],
      ['tied', results.tied[entry] === 1],
      ['category-tied', results.categoryTied[entry] === 1],
      [
        'incomplete',
        results.total.outcomes[entry] !== NOT_APPLICABLE && (results.total.coverage[entry] ?? 0) < 1 - 1e-9,
      ],
      ['below-floor', awards.some(award => award.belowFloor.some(below => below.entry === id))],
      ['error', failing.has(entry)],
      ['benchmark', entries[entry]?.participation === 'benchmark'],
      ['anonymous', entries[entry]?.participation === 'anonymous'],
      ['ineligible', entries[entry]?.participation === 'compete' && entries[entry].unranked],
    ]
    return flags.flatMap(([flag, set]) => (set ? [flag] : []))
  }
}

const tilesOf = (
  rows: readonly ResultRow[],
  { invited, unsubmitted }: Pick<ViewOf, 'invited' | 'unsubmitted'>,
): Tiles => {
  const scores = Float64Array.from(rows.flatMap(row => row.score ?? [])).sort()
  const some = scores.length > 0
  const within = rows.filter(row => row.outcome !== 'leftOut')
  return {
    invited,
    entries: rows.length,
    scored: scores.length,
    coverage: within.length > 0 ? within.reduce((sum, row) => sum + row.coverage, 0) / within.length : null,
    median: some ? quantile(scores, 0.5) : null,
    best: scores.at(-1) ?? null,
    lowest: scores[0] ?? null,
    ties: rows.filter(row => row.tied).length,
    ...(within.length < rows.length && { leftOut: rows.length - within.length }),
    ...(unsubmitted > 0 && { unsubmitted }),
  }
}

/** Null where everything rests on claims: then there is nothing to tell apart. */
const restsIn = ({ plan, data, results }: Scored, entries: readonly Participant[]): RestsOnByPath | null => {
  const layers = entries.map(one => one.layers)
  const checked = layers.some(of => Object.values(of).some(layer => layer !== 'claim'))
  return checked ? restsOn(plan, data, results, layers) : null
}

type Columns = { rubric: RubricData; order: readonly number[]; rests: RestsOnByPath | null }

const columnsOf = ({ results }: Scored, { rubric, order, rests }: Columns): NodeColumn[] => {
  const points = pointsOf(rubric)
  return [...walk(rubric)].flatMap(({ path, parent, depth, criterion }) => {
    const node = results.nodes.get(path)
    if (!node) return []
    return {
      path,
      title: criterion.title,
      parent,
      depth,
      points: points.get(path) ?? 0,
      values: order.map(entry => orNull(node.values[entry])),
      coverage: order.map(entry => node.coverage[entry] ?? 0),
      ...(rests && { restsOn: order.map(entry => rests.get(path)?.[entry] ?? null) }),
    }
  })
}

/** Nothing but its score says where an anonymous entry stands, and where two score the same, chance: an id does. */
const orderOf = ({ plan, results }: Scored, entries: readonly Participant[]): number[] => {
  const last = (rank: number | undefined) => rank || Number.MAX_SAFE_INTEGER
  const value = (entry: number) =>
    (plan.ranked ? orNull(results.total.values[entry]) : null) ?? Number.NEGATIVE_INFINITY
  const hidden = (entry: number) => (entries[entry]?.participation === 'anonymous' ? 1 : 0)
  const text = (entry: number) => (hidden(entry) ? results.ids[entry] : entries[entry]?.name) ?? ''
  return results.ids
    .map((_, entry) => entry)
    .sort(
      (a, b) =>
        hidden(a) - hidden(b) ||
        last(results.rank[a]) - last(results.rank[b]) ||
        (hidden(a) ? value(b) - value(a) || 0 : 0) ||
        text(a).localeCompare(text(b), 'nb'),
    )
}

/** Puts scores, ranks, awards and dimensions into rows and columns that can be stored as JSON. */
export const bodyOf = (scored: Scored, view: ViewOf): ResultsBody => {
  const { results } = scored
  const order = orderOf(scored, view.entries)
  const awards = awardsOf(scored)
  const flags = flagsOf(scored, awards, view.entries)
  const rests = restsIn(scored, view.entries)
  const rows = order.map(entry => ({
    ...rowOf(scored, view, entry, flags(entry)),
    ...(rests && { restsOn: rests.get(ROOT_PATH)?.[entry] ?? null }),
  }))
  const framework = frameworkById(view.rubric.framework)
  const mapped = framework ? dimensions(view.rubric, framework, results) : []
  return {
    rows,
    // A survey reports shares; what its units would score is no result of it.
    nodes: scored.plan.ranked ? columnsOf(scored, { rubric: view.rubric, order, rests }) : [],
    dimensions: mapped.map(({ dimension, values, coverage }) => ({
      dimension,
      values: order.map(entry => orNull(values[entry])),
      coverage: order.map(entry => coverage[entry] ?? 0),
    })),
    dimensionCoverage: framework ? dimensionCoverage(view.rubric, framework, results) : [],
    tiles: tilesOf(rows, view),
    awards,
    errors: results.errors.map(({ path, entry, error }) => ({
      path,
      entry: results.ids[entry] ?? '',
      code: error.code,
      at: error.path ?? path,
      message: error.message,
    })),
  }
}
