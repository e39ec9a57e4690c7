import { unitAt } from '@tumstock/register/units'
import type { Context } from '../context.ts'
import { entryHere } from '../entry-here.ts'
import { mayOn, sees } from '../policy.ts'
import { replyUntil, windowOf } from '../replies/reply-window.ts'
import type { RoundStanding } from '../standing.ts'
import { FINDING_LAYERS, type FindingLayer } from './finding.ts'
import { itemsOf } from './items.ts'
import { unitsOf } from './queries.ts'

/** When a layer's findings are made, and until when they are replied to. */
export type LayerWindow = {
  layer: FindingLayer
  opensAt: string | null
  closesAt: string | null
  /** Set while entries may reply. */
  replyUntil: string | null
}

export const windowsOf = (standing: RoundStanding): LayerWindow[] =>
  FINDING_LAYERS.flatMap(layer => {
    const window = windowOf(standing, layer)
    if (!window) return []
    const { opensAt, closesAt } = window
    return [{ layer, opensAt, closesAt, replyUntil: replyUntil(standing, layer) }]
  })

/** All that an assessor or visitor has before them of one entry. */
export async function sheet(ctx: Context) {
  const place = entryHere(ctx)
  const { round, entry } = place
  const { row, standing } = entry
  const named = sees(standing, 'entry.name')
  const may = (action: 'assessments.find' | 'replies.answer') =>
    FINDING_LAYERS.filter(layer => mayOn(standing, action, layer))
  return {
    entry: {
      id: row.id,
      name: named ? row.name : null,
      category: row.category,
      units: named
        ? (await unitsOf(ctx.db, row.id)).map(({ unitId: id }) => ({
            id,
            name: unitAt(id, round.referenceDate)?.name ?? id,
          }))
        : [],
      /** False while the entry still answers. */
      submitted: row.submittedAt !== null,
    },
    /** The layers that the asker writes now, and those in which they answer replies. */
    writes: may('assessments.find'),
    answers: may('replies.answer'),
    windows: windowsOf(place.standing),
    timeZone: round.timeZone,
    items: await itemsOf(ctx, place),
  }
}
