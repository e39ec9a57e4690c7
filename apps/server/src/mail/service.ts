import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { enqueue } from './post.ts'
import { countsOf, lettersOf, type PlaceInList, queueAgain } from './queries.ts'

const SHOWN = 50

/**
 * Letters of the whole installation, or of one round, newest first. What a letter says is shown only while it waits in the
 * outbox for somebody to hand it over: where a server sends it, the link in it is its recipient's alone.
 */
export async function listLetters(ctx: Context, round: string | null, after: PlaceInList | null) {
  const rows = await lettersOf(ctx.db, { round, after, limit: SHOWN + 1 })
  const shown = rows.slice(0, SHOWN)
  const last = shown.at(-1)
  const counts = await countsOf(ctx.db, round)
  return {
    letters: shown.map(({ id, roundId, recipient, subject, state, failure, createdAt, sentAt, text }) => ({
      id,
      round: roundId,
      recipient,
      subject,
      state,
      failure,
      createdAt,
      sentAt,
      text: state === 'kept' ? text : null,
    })),
    counts: Object.fromEntries(counts.map(({ state, letters }) => [state, letters])) as Partial<
      Record<(typeof counts)[number]['state'], number>
    >,
    /** True when a letter that is tried again is sent, and not kept again. */
    sends: ctx.sendsMail,
    next: rows.length > SHOWN && last ? { at: last.createdAt, id: last.id } : null,
  }
}

/** Tries a letter again that failed, or that was kept before there was a server to send it. */
export const retryLetter = (ctx: Context, wanted: { id: string; round?: string }): Promise<void> =>
  audited(ctx, 'mail.retry', async tx => {
    const letter = await queueAgain(tx, wanted)
    if (!letter) throw new Refusal('not-found', 'There is no letter here that did not go out.')
    await enqueue(ctx, tx, letter)
    return { subject: `mail/${letter.id}`, result: undefined }
  })
