import { type ComparedRound, comparable } from '@tumstock/engine/comparable'
import { withinGroupPercentile } from '@tumstock/engine/percentile'
import { populationAt } from '@tumstock/register/population'
import { positionOf } from '@tumstock/register/position'
import { unitAt } from '@tumstock/register/units'
import { frameworkById } from '@tumstock/rubric/framework'
import type { Context } from '../context.ts'
import type { Comparison, Snapshot } from '../open-data/schemas.ts'
import { Refusal } from '../refusal.ts'
import { frozenDefinition, reachResults } from '../rounds/service.ts'
import { publication } from './queries.ts'
import { resultsBody } from './service.ts'
import { snapshotOf } from './snapshot.ts'

/** At most so many rounds stand side by side. */
export const MAX_COMPARED = 8

type ComparedRow = Comparison['rounds'][number]['rows'][number]

const holds = ({ method, results, round }: Snapshot): ComparedRound['holds'] => {
  if (method.purpose === 'survey') return 'shares'
  if (!results.some(row => row.value !== null)) return 'nothing'
  return round.kind === 'record' ? 'totals' : 'scores'
}

/** Each municipality of an entry is compared by itself, with what they scored together. */
const rowsOf = ({ results, round }: Snapshot): Omit<ComparedRow, 'percentile'>[] =>
  results.flatMap(({ units, name, country, kind, population, category, percent, dimensions }) => {
    const common = { country, kind, category, percent, dimensions }
    const [unit = ''] = units
    if (units.length < 2) return [{ unit, name, population, ...common }]
    return units.map(id => ({
      unit: id,
      name: unitAt(id, round.referenceDate)?.name ?? id,
      population: populationAt(id, round.referenceDate)?.value ?? null,
      ...common,
      joint: name,
    }))
  })

/** Among those of the country; in a round of one country also among those that are not named. */
const percentilesOf = (
  rows: readonly Omit<ComparedRow, 'percentile'>[],
  { anonymous = [] }: Snapshot,
): (number | null)[] => {
  const [country, ...others] = new Set(rows.map(row => row.country))
  const unnamed = others.length === 0 && country !== undefined ? anonymous : []
  const found = withinGroupPercentile(
    Float64Array.from([...rows, ...unnamed], row => row.percent ?? Number.NaN),
    [...rows.map(row => row.country), ...unnamed.map(() => country ?? '')],
  )
  return rows.map((_, at) => {
    const percentile = found[at] ?? Number.NaN
    return Number.isNaN(percentile) ? null : percentile
  })
}

const roundOf = (snapshot: Snapshot, version: number | null): Comparison['rounds'][number] => {
  const { round, method, dimensionCoverage, anonymous = [] } = snapshot
  const { id, title, edition, year, country, kind, notice } = round
  const alone = rowsOf(snapshot)
  const percentiles = percentilesOf(alone, snapshot)
  const rows = alone.map((row, at) => ({ ...row, percentile: percentiles[at] ?? null }))
  const n = [...rows, ...anonymous].filter(row => row.percent !== null).length
  return {
    id,
    title,
    edition,
    year,
    country,
    kind,
    notice,
    version,
    n,
    method,
    coverage: dimensionCoverage,
    rows,
  }
}

/** Each dimension that cannot be compared over all of these rounds, with the reason and the rounds that stand in the way. */
const refusalsOf = (snapshots: readonly Snapshot[]): Comparison['refusals'] => {
  const [first, ...others] = snapshots
  const framework = first && frameworkById(first.method.framework)
  if (!first || !framework) return []
  const compared = (one: Snapshot): ComparedRound => ({
    framework: one.method.framework,
    holds: holds(one),
    coverage: one.dimensionCoverage,
  })
  return framework.dimensions.flatMap(({ id: dimension }) => {
    const found = new Map<string, Set<string>>()
    for (const other of others.length > 0 ? others : [first]) {
      const verdict = comparable(compared(first), compared(other), dimension)
      if (verdict.ok) continue
      const rounds = found.get(verdict.reason) ?? new Set()
      if (verdict.side !== 'b') rounds.add(first.round.id)
      if (verdict.side !== 'a') rounds.add(other.round.id)
      found.set(verdict.reason, rounds)
    }
    return [...found].map(([reason, rounds]) => ({ dimension, reason, rounds: [...rounds] }))
  })
}

/** Rounds side by side. Nothing here says that one country is better: it states method, coverage, and what is refused. */
export const compareSnapshots = (
  snapshots: readonly { snapshot: Snapshot; version: number | null }[],
): Comparison => {
  const all = snapshots.map(one => one.snapshot)
  const frameworks = new Set(all.map(one => one.method.framework))
  return {
    framework: frameworks.size === 1 ? (all[0]?.method.framework ?? null) : null,
    rounds: snapshots.map(({ snapshot, version }) => roundOf(snapshot, version)),
    refusals: refusalsOf(all),
  }
}

const snapshotFor = async (
  ctx: Context,
  id: string,
): Promise<{ snapshot: Snapshot; version: number | null }> => {
  const round = await reachResults(ctx, ctx.db, id)
  const published = await publication(ctx.db, id)
  if (published) return { snapshot: JSON.parse(published.body) as Snapshot, version: published.version }
  const rubric = await frozenDefinition(ctx.db, round)
  const { body, at } = await resultsBody(ctx.db, round, rubric)
  const from = { round, rubric, definition: round.definition ?? '', body, questions: [], responses: [] }
  return { snapshot: snapshotOf({ ...from, version: 1, publishedAt: at, erratum: null }), version: null }
}

/** For signed-in people also rounds of their own that are evaluated and not yet published; with positions for the map. */
export async function compareRounds(ctx: Context, ids: readonly string[]) {
  const unique = [...new Set(ids)]
  if (unique.length > MAX_COMPARED)
    throw new Refusal('bad-input', `At most ${MAX_COMPARED} rounds can be compared.`)
  const snapshots = []
  for (const id of unique) snapshots.push(await snapshotFor(ctx, id))
  const compared = compareSnapshots(snapshots)
  return {
    ...compared,
    rounds: compared.rounds.map(round => ({
      ...round,
      rows: round.rows.map(row => ({ ...row, position: positionOf(row.unit) })),
    })),
  }
}
