import type { AnswerValue } from '@tumstock/rubric/answers'
import { refuseUnassessable } from '../assessments/assessable.ts'
import type { FindingLayer } from '../assessments/finding.ts'
import { findingOf } from '../assessments/finding-of.ts'
import { changeFinding } from '../assessments/write-finding.ts'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import { placeFor } from '../place.ts'
import { mayOn } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { reopenRound } from '../rounds/current.ts'
import { frozenDefinition } from '../rounds/service.ts'
import { postAnswered } from './announce.ts'
import * as queries from './queries.ts'

export type AnswerWish = {
  round: string
  entry: string
  question: string
  layer: FindingLayer
  answer: string
} & ({ outcome: 'kept' } | { outcome: 'changed'; value: AnswerValue | null })

/** What becomes of a finding that an entry has replied to; said once, and to the entry's leads by letter. */
export async function answerReply(ctx: Context, wish: AnswerWish): Promise<{ at: string }> {
  const { round: id, entry, question, layer, outcome } = wish
  return audited(ctx, 'replies.answer', async tx => {
    const place = await placeFor(ctx, tx, 'replies.answer', { round: id, entry })
    if (!place.entry || !mayOn(place.entry.standing, 'replies.answer', layer))
      throw new Refusal('not-allowed', `You do not answer for the ${layer} layer here, or not now.`)
    refuseUnassessable(place.round, place.entry.row)
    const replied = await queries.replyTo(tx, { entry, question, layer })
    const finding = await findingOf(tx, { entry, question, layer })
    if (!replied || !finding) throw new Refusal('not-found', 'Nobody has replied to this finding.')
    const at = ctx.now()
    const answered = await queries.answerReply(tx, replied.id, {
      outcome,
      answer: wish.answer,
      before: outcome === 'changed' ? finding.value : null,
      answeredBy: ctx.user?.id ?? null,
      answeredAt: at,
    })
    if (!answered) throw new Refusal('already-there', 'The reply has been answered already.')
    const rubric = await frozenDefinition(tx, place.round)
    if (wish.outcome === 'changed') {
      const { value, answer: reason } = wish
      await changeFinding(tx, { ctx, entry, rubric }, { finding, value, reason })
      await reopenRound(tx, id)
    }
    await postAnswered(ctx, tx, {
      round: place.round,
      entry,
      reply: replied.id,
      language: rubric.baseLanguage,
    })
    const detail = { question, layer, outcome }
    return { subject: `round/${id}/entry/${entry}`, detail, result: { at } }
  })
}
