import { type CriterionInflation, type EntryInflation, inflation } from '@tumstock/engine/inflation'
import { restsOn } from '@tumstock/engine/rests-on'
import { leaves } from '@tumstock/rubric/tree'
import type { Context } from '../context.ts'
import { isScored, participantsOf } from '../entries/rows.ts'
import { score } from '../results/score-round.ts'
import { frozenDefinition, ownRound } from '../rounds/service.ts'

export type InflationView = {
  /** Entries that answered. */
  entries: number
  /** Largest first; criteria and entries that nobody looked at last. `outOf`: most points that the criterion can give. */
  byCriterion: readonly (CriterionInflation & { outOf: number })[]
  byEntry: readonly (EntryInflation & { id: string; name: string; category: string | null })[]
}

/** By how much claims were higher than what was found, over the round. */
export async function inflationOf(ctx: Context, id: string): Promise<InflationView> {
  const round = await ownRound(ctx, ctx.db, { id, states: ['open', 'evaluated', 'published'] })
  const rubric = await frozenDefinition(ctx.db, round)
  const entries = (await participantsOf(ctx.db, id)).filter(isScored)
  const claimed = new Map((await participantsOf(ctx.db, id, 'claim')).map(one => [one.id, one]))
  // The same entries in the same order on both sides, those with findings alone included.
  const before = entries.map(one => claimed.get(one.id) ?? { ...one, answers: {}, layers: {} })
  const found = await score(ctx, rubric, entries, round)
  const claims = await score(ctx, rubric, before, round)
  const rests = restsOn(
    found.plan,
    found.data,
    found.results,
    entries.map(one => one.layers),
  )
  const of = inflation(rubric, { claims: claims.results, found: found.results, rests })
  const outOf = new Map(
    leaves(rubric).map(({ path, effectiveWeight }) => [path, effectiveWeight * rubric.scale.max]),
  )
  return {
    entries: entries.length,
    byCriterion: of.criteria
      .map(one => ({ ...one, outOf: outOf.get(one.path) ?? 0 }))
      .toSorted((a, b) => size(b.points) - size(a.points)),
    byEntry: of.entries
      .map((one, e) => ({
        ...one,
        id: entries[e]?.id ?? '',
        name: entries[e]?.name ?? '',
        category: entries[e]?.category ?? null,
      }))
      .toSorted((a, b) => size(b.points) - size(a.points)),
  }
}

/** Where there is nothing, it stands behind whatever there is. */
const size = (points: number | null): number => points ?? -Number.MAX_VALUE
