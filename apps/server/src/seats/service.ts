import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import type { RoundRole } from '../db/taking-part.ts'
import { placeFor } from '../place.ts'
import { Refusal } from '../refusal.ts'
import { isRun } from '../rounds/is-run.ts'
import type { RoundRow } from '../rounds/service.ts'
import { type AssessorRole, dropAssignments } from './assignment-queries.ts'
import { type Offer, type Offered, offerAgain, offerSeats } from './offer.ts'
import * as queries from './queries.ts'

/** A record was lived elsewhere, and what is made up and published by nobody. */
function refuseUnlived(round: RoundRow): void {
  if (!isRun(round))
    throw new Refusal(
      'wrong-state',
      `A ${round.kind} round is not lived by people; nobody can be invited to it.`,
    )
}

export const invitePeople = (
  ctx: Context,
  { round: id, people: offers }: { round: string; people: readonly Offer[] },
): Promise<Offered> =>
  audited(ctx, 'seats.invite', async tx => {
    const { round } = await placeFor(ctx, tx, 'seats.invite', { round: id })
    refuseUnlived(round)
    const result = await offerSeats(ctx, tx, round, offers)
    return { subject: `round/${round.id}`, detail: result, result }
  })

/** The open invitations of a round with these ids. @throws Refusal when one is not there */
async function openOnes(tx: Tx, round: string, ids: readonly string[]): Promise<queries.InvitationRow[]> {
  const open = new Map((await queries.openInvitations(tx, round)).map(one => [one.id, one]))
  return [...new Set(ids)].map(id => {
    const one = open.get(id)
    if (!one)
      throw new Refusal(
        'not-found',
        `There is no open invitation ${id} in this round; reload to see which are.`,
      )
    return one
  })
}

type Invitations = { round: string; invitations: readonly string[] }

export const resendInvitations = (
  ctx: Context,
  { round: id, invitations: ids }: Invitations,
): Promise<void> =>
  audited(ctx, 'seats.resend', async tx => {
    const { round } = await placeFor(ctx, tx, 'seats.resend', { round: id })
    await queries.holdRound(tx, ctx.dialect, round.id)
    await offerAgain(ctx, tx, round, await openOnes(tx, round.id, ids))
    return { subject: `round/${round.id}`, detail: { invitations: ids }, result: undefined }
  })

export const revokeInvitations = (ctx: Context, { round, invitations: ids }: Invitations): Promise<void> =>
  audited(ctx, 'seats.revoke', async tx => {
    await placeFor(ctx, tx, 'seats.revoke', { round })
    await queries.holdRound(tx, ctx.dialect, round)
    await openOnes(tx, round, ids)
    await queries.revokeInvitations(tx, ids, ctx.now())
    return { subject: `round/${round}`, detail: { invitations: ids }, result: undefined }
  })

const ASSESSING: readonly RoundRole[] = ['desk', 'visitor', 'juror'] satisfies AssessorRole[]
const isAssessing = (role: RoundRole): role is AssessorRole => ASSESSING.includes(role)

/** Takes a seat from somebody, and with it the entries that they had before them. */
export const removeSeat = (
  ctx: Context,
  { round, seat: id }: { round: string; seat: string },
): Promise<void> =>
  audited(ctx, 'seats.remove', async tx => {
    await placeFor(ctx, tx, 'seats.remove', { round })
    const seat = await queries.seatById(tx, round, id)
    if (!seat) throw new Refusal('not-found', 'There is no such seat in this round.')
    await queries.deleteSeat(tx, id)
    if (isAssessing(seat.role)) await dropAssignments(tx, { round, person: seat.userId, role: seat.role })
    const detail = { person: seat.userId, role: seat.role, entry: seat.entryId }
    return { subject: `round/${round}`, detail, result: undefined }
  })

/** Says which roles of a round need a second factor: who has none of those is asked for it at the next request. */
export const requireTwoFactor = (
  ctx: Context,
  { round, roles }: { round: string; roles: readonly RoundRole[] },
): Promise<void> =>
  audited(ctx, 'seats.requireTwoFactor', async tx => {
    await placeFor(ctx, tx, 'seats.requireTwoFactor', { round })
    await queries.setTwoFactor(tx, round, [...new Set(roles)])
    return { subject: `round/${round}`, detail: { roles }, result: undefined }
  })
