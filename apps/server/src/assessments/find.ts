import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import { placeFor } from '../place.ts'
import { mayOn } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { repliedTo } from '../replies/reply-view.ts'
import { reopenRound } from '../rounds/current.ts'
import { frozenDefinition } from '../rounds/service.ts'
import { refuseUnassessable } from './assessable.ts'
import { type FindingWish, writeFinding } from './write-finding.ts'

/** Somebody's finding of one question in one layer; what it was evaluated with is evaluated anew. */
export async function find(
  ctx: Context,
  { round: id, entry, ...wish }: FindingWish & { round: string; entry: string },
): Promise<{ version: number; at: string }> {
  return audited(ctx, 'assessments.find', async tx => {
    const place = await placeFor(ctx, tx, 'assessments.find', { round: id, entry })
    const { question, layer, verdict } = wish
    if (!place.entry || !mayOn(place.entry.standing, 'assessments.find', layer))
      throw new Refusal('not-allowed', `You do not write the ${layer} layer here, or not now.`)
    refuseUnassessable(place.round, place.entry.row)
    if (await repliedTo(tx, { entry, question, layer }))
      throw new Refusal(
        'wrong-state',
        'The entry has replied to this finding. It changes by an answer to the reply.',
      )
    const rubric = await frozenDefinition(tx, place.round)
    const result = await writeFinding(tx, { ctx, round: id, entry, rubric }, wish)
    await reopenRound(tx, id)
    // The value and the reason may name people; the log says that there is a finding.
    const detail = { question, layer, verdict, version: result.version }
    return { subject: `round/${id}/entry/${entry}`, detail, result }
  })
}
