import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { placeFor } from '../place.ts'
import { may } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { currentDefinition } from '../rounds/current.ts'
import { areasOf } from './areas.ts'
import { type Offered, offerSeats } from './offer.ts'
import * as queries from './queries.ts'

/** Seats and open invitations of one entry: enough for the largest municipality, too few to send letters to the world. */
const MOST = 100

type Here = { round: string; entry: string }

const areas = (sections: string | null) => (sections === null ? null : (JSON.parse(sections) as string[]))

const whoIsIn = async (db: Context['db'] | Tx, { round, entry }: Here) => ({
  seats: (await queries.seatsOf(db, round)).filter(seat => seat.entryId === entry),
  open: (await queries.openInvitations(db, round)).filter(one => one.entryId === entry),
})

/** Who answers an entry, who is asked to, and which parts of the questionnaire can be given to them. */
export async function listColleagues(ctx: Context, { lang, ...here }: Here & { lang?: string | undefined }) {
  const { round, entry } = await placeFor(ctx, ctx.db, 'seats.colleagues', here)
  const { seats, open } = await whoIsIn(ctx.db, here)
  return {
    people: seats.map(seat => ({
      seat: seat.id,
      name: seat.name,
      email: seat.email,
      role: seat.role,
      sections: areas(seat.sections),
      you: seat.userId === ctx.user?.id,
    })),
    invitations: open.map(one => ({
      id: one.id,
      name: one.name,
      email: one.email,
      role: one.role,
      sections: areas(one.sections),
      expiresAt: one.expiresAt,
      expired: one.expiresAt <= ctx.now(),
    })),
    areas: areasOf(ctx, round, await currentDefinition(ctx.db, round), lang),
    mayInvite: entry !== null && may(entry.standing, 'seats.inviteColleague'),
  }
}

type Colleague = Here & {
  email: string
  name: string
  sections: readonly string[] | null
  language?: string | undefined
}

/** A lead asks somebody to answer with them, all of the questionnaire or some areas of it. */
export const inviteColleague = (
  ctx: Context,
  { round: id, entry, ...colleague }: Colleague,
): Promise<Offered> =>
  audited(ctx, 'seats.inviteColleague', async tx => {
    const { round } = await placeFor(ctx, tx, 'seats.inviteColleague', { round: id, entry })
    const { seats, open } = await whoIsIn(tx, { round: id, entry })
    if (seats.length + open.length >= MOST)
      throw new Refusal('wrong-state', `An entry has at most ${MOST} people; remove somebody first.`)
    const result = await offerSeats(ctx, tx, round, [{ ...colleague, role: 'contributor', entry }])
    return { subject: `round/${id}/entry/${entry}`, detail: result, result }
  })

/** What is taken from somebody: their seat, or the invitation to it. */
export type Removal = Here & ({ seat: string } | { invitation: string })

export const removeColleague = (ctx: Context, removal: Removal): Promise<void> =>
  audited(ctx, 'seats.removeColleague', async tx => {
    const { round, entry } = removal
    await placeFor(ctx, tx, 'seats.removeColleague', { round, entry })
    const { seats, open } = await whoIsIn(tx, removal)
    const found =
      'seat' in removal
        ? seats.find(seat => seat.id === removal.seat)
        : open.find(one => one.id === removal.invitation)
    if (!found) throw new Refusal('not-found', 'There is no such colleague in this entry.')
    if (found.role !== 'contributor')
      throw new Refusal('wrong-state', 'A lead is removed by the organiser; hand the lead over instead.')
    if ('seat' in removal) await queries.deleteSeat(tx, found.id)
    else await queries.revokeInvitations(tx, [found.id], ctx.now())
    return { subject: `round/${round}/entry/${entry}`, detail: { seat: found.id }, result: undefined }
  })

/** A lead makes a colleague the lead, and goes on as a contributor to all of the entry. */
export const handOver = (ctx: Context, { round, entry, seat: id }: Here & { seat: string }): Promise<void> =>
  audited(ctx, 'seats.handOver', async tx => {
    await queries.holdRound(tx, ctx.dialect, round)
    await placeFor(ctx, tx, 'seats.handOver', { round, entry })
    const { seats } = await whoIsIn(tx, { round, entry })
    const own = seats.find(seat => seat.role === 'lead' && seat.userId === ctx.user?.id)
    const next = seats.find(seat => seat.id === id)
    if (!own || next?.role !== 'contributor')
      throw new Refusal('not-found', 'There is no such colleague in this entry.')
    await queries.changeSeat(tx, next.id, { role: 'lead', sections: null })
    await queries.changeSeat(tx, own.id, { role: 'contributor', sections: null })
    const detail = { from: own.userId, to: next.userId }
    return { subject: `round/${round}/entry/${entry}`, detail, result: undefined }
  })
