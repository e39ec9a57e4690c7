import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import type { ConflictTable } from '../db/taking-part.ts'
import { placeFor } from '../place.ts'
import { JUDGING } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { deleteConflict, dropAssignments, insertConflict, insidersOf } from './assignment-queries.ts'
import { seatsOf } from './queries.ts'

type Towards = { round: string; entry: string }

/** Somebody who is to judge an entry says that they may not: it is taken from them at once, and they see no more of it. */
export const declareConflict = (
  ctx: Context,
  { round, entry, reason }: Towards & { reason: string },
): Promise<void> =>
  audited(ctx, 'conflicts.declare', async tx => {
    await placeFor(ctx, tx, 'conflicts.declare', { round, entry })
    const person = ctx.user?.id ?? ''
    await setApart(ctx, tx, { roundId: round, entryId: entry, userId: person, source: 'declared', reason })
    return { subject: `round/${round}/entry/${entry}`, detail: { person }, result: undefined }
  })

type Of = Towards & { person: string; reason: string }

export const setConflict = (ctx: Context, { round, entry, person, reason }: Of): Promise<void> =>
  audited(ctx, 'conflicts.set', async tx => {
    await placeFor(ctx, tx, 'conflicts.set', { round, entry })
    const judges = (await seatsOf(tx, round)).filter(seat => JUDGING.includes(seat.role))
    if (!judges.some(seat => seat.userId === person))
      throw new Refusal('not-found', 'There is no such assessor, visitor or juror in this round.')
    await setApart(ctx, tx, { roundId: round, entryId: entry, userId: person, source: 'organiser', reason })
    return { subject: `round/${round}/entry/${entry}`, detail: { person }, result: undefined }
  })

/** The entry may be given to them again; it does not come back by itself. The reason is kept in the log. */
export const liftConflict = (ctx: Context, { round, entry, person, reason }: Of): Promise<void> =>
  audited(ctx, 'conflicts.lift', async tx => {
    await placeFor(ctx, tx, 'conflicts.lift', { round, entry })
    const own = await insidersOf(tx, round)
    if (own.some(one => one.entryId === entry && one.userId === person))
      throw new Refusal(
        'wrong-state',
        'They take part in this entry, or work where it comes from: that is no matter of decision.',
      )
    if (!(await deleteConflict(tx, entry, person)))
      throw new Refusal('not-found', 'There is no such conflict.')
    return { subject: `round/${round}/entry/${entry}`, detail: { person, reason }, result: undefined }
  })

/** Nobody judges what they, or those they work with, answer themselves: looked at whenever somebody takes a seat. */
export async function keepApart(ctx: Context, tx: Tx, round: string): Promise<void> {
  for (const { entryId, userId } of await insidersOf(tx, round))
    await setApart(ctx, tx, { roundId: round, entryId, userId, source: 'own', reason: '' })
}

async function setApart(ctx: Context, tx: Tx, conflict: Omit<ConflictTable, 'at' | 'by'>): Promise<void> {
  await insertConflict(tx, { ...conflict, at: ctx.now(), by: ctx.user?.id ?? null })
  await dropAssignments(tx, { entry: conflict.entryId, person: conflict.userId })
}
