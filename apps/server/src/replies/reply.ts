import { randomUUID } from 'node:crypto'
import { refuseUnassessable } from '../assessments/assessable.ts'
import type { FindingLayer } from '../assessments/finding.ts'
import { findingOf } from '../assessments/finding-of.ts'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import { placeFor } from '../place.ts'
import { sees } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import * as queries from './queries.ts'
import { replyUntil } from './reply-window.ts'

export type ReplyWish = {
  round: string
  entry: string
  question: string
  layer: FindingLayer
  stance: 'accept' | 'object'
  text: string
}

/** An entry's word on a finding; it can be changed until the time for it is over or somebody has answered. */
export async function reply(ctx: Context, wish: ReplyWish): Promise<{ at: string }> {
  const { round: id, entry, question, layer, stance } = wish
  return audited(ctx, 'replies.reply', async tx => {
    const place = await placeFor(ctx, tx, 'replies.reply', { round: id, entry })
    if (!place.entry || replyUntil(place.standing, layer) === null)
      throw new Refusal('wrong-state', `The time to reply to findings of the ${layer} layer is not now.`)
    refuseUnassessable(place.round, place.entry.row)
    const seen = sees(place.entry.standing, `answer.${layer}`)
    if (!seen || !(await findingOf(tx, { entry, question, layer })))
      throw new Refusal('not-found', 'There is no such finding.')
    const text = wish.text.trim()
    if (stance === 'object' && text === '')
      throw new Refusal('bad-input', 'Say what you object to.', { path: 'text' })
    const at = ctx.now()
    const put = await queries.putReply(tx, {
      id: randomUUID(),
      entryId: entry,
      roundId: id,
      question,
      layer,
      stance,
      text,
      authorId: ctx.user?.id ?? null,
      at,
    })
    if (!put) throw new Refusal('already-there', 'The reply has been answered; it stays as it is.')
    const detail = { question, layer, stance }
    return { subject: `round/${id}/entry/${entry}`, detail, result: { at } }
  })
}
