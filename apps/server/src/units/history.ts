import type { Context } from '../context.ts'
import { getResults, type ResultsView } from '../results/service.ts'
import type { RoundRow } from '../rounds/service.ts'
import { roundsWithResults } from '../rounds/service.ts'

/** How a unit did in one round. Numbers are unrounded; null = there is none. */
export type HistoryRow = {
  round: { id: string; title: string; kind: RoundRow['kind']; year: number; award: string; edition: string }
  /** The unit that took part: this one, or one that it came from. */
  unit: string
  entry: string
  category: string | null
  /** Of the round's scale, in per cent. */
  percent: number | null
  rank: number | null
  categoryRank: number | null
  outcome: string
  flags: readonly string[]
  /** By dimension of the framework. */
  profile: Record<string, number | null>
  method: ResultsView['method']
}

/** Every round with results in which one of the units took part, newest first, of those that the asker may see. */
export async function historyOf(ctx: Context, units: readonly string[]): Promise<HistoryRow[]> {
  const rounds = (await roundsWithResults(ctx, ctx.db)).filter(
    round => round.state === 'evaluated' || round.state === 'published',
  )
  const taking = await takingPart(ctx, rounds, units)
  const views = await Promise.all(taking.map(round => getResults(ctx, round.id)))
  return views.flatMap(view => rowsFor(view, units))
}

const rowsFor = (view: ResultsView, units: readonly string[]): HistoryRow[] => {
  const { id, title, kind, year, award, edition } = view.round
  return view.rows.flatMap((row, at) => {
    const unit = row.units.find(one => units.includes(one))
    if (unit === undefined) return []
    const { entry, category, percent, rank, categoryRank, outcome, flags } = row
    const profile = Object.fromEntries(
      view.dimensions.map(({ dimension, values }) => [dimension, values[at] ?? null]),
    )
    const round = { id, title, kind, year, award, edition }
    return [
      {
        round,
        unit,
        entry,
        category,
        percent,
        rank,
        categoryRank,
        outcome,
        flags,
        profile,
        method: view.method,
      },
    ]
  })
}

/** Spares reading the results of rounds that none of the units is in; a record's entries stand in the record. */
async function takingPart(
  ctx: Context,
  rounds: readonly RoundRow[],
  units: readonly string[],
): Promise<RoundRow[]> {
  const rows = await ctx.db
    .selectFrom('entryUnit')
    .select('roundId')
    .distinct()
    .where('unitId', 'in', units)
    .execute()
  const ids = new Set(rows.map(row => row.roundId))
  return rounds.filter(round => ids.has(round.id) || units.some(unit => round.record?.includes(`"${unit}"`)))
}
