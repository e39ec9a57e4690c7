import type { Context } from '../context.ts'
import type { RoundRole } from '../db/taking-part.ts'
import { placeFor } from '../place.ts'
import { currentDefinition } from '../rounds/current.ts'
import { areasOf } from './areas.ts'
import { assignmentsOf, conflictsOf, insidersOf } from './assignment-queries.ts'
import * as queries from './queries.ts'

const areas = (sections: string | null) => (sections === null ? null : (JSON.parse(sections) as string[]))

type Pair = { entry: string; person: string }
const pairOf = ({ entryId, userId }: { entryId: string; userId: string }): Pair => ({
  entry: entryId,
  person: userId,
})
const isSame = (a: Pair, b: Pair): boolean => a.entry === b.entry && a.person === b.person

/** Everybody of a round: seats, open invitations, who has which entry before them, and who may not. */
export async function listSeats(
  ctx: Context,
  { round: id, lang }: { round: string; lang?: string | undefined },
) {
  const { db } = ctx
  const { round } = await placeFor(ctx, db, 'seats.list', { round: id })
  const now = ctx.now()
  const own = (await insidersOf(db, round.id)).map(pairOf)
  const conflicts = (await conflictsOf(db, round.id)).map(({ source, reason, at, ...row }) => ({
    ...pairOf(row),
    source,
    reason,
    at,
  }))
  return {
    seats: (await queries.seatsOf(db, round.id)).map(seat => ({
      id: seat.id,
      person: { id: seat.userId, name: seat.name, email: seat.email },
      role: seat.role,
      entry: seat.entryId,
      sections: areas(seat.sections),
      secondFactor: seat.twoFactorEnabled === 1,
    })),
    invitations: (await queries.openInvitations(db, round.id)).map(one => ({
      id: one.id,
      name: one.name,
      email: one.email,
      role: one.role,
      entry: one.entryId,
      sections: areas(one.sections),
      language: one.language,
      sentAt: one.createdAt,
      expiresAt: one.expiresAt,
      expired: one.expiresAt <= now,
    })),
    entries: await queries.entriesOf(db, round.id),
    assignments: (await assignmentsOf(db, round.id)).map(row => ({ ...pairOf(row), role: row.role })),
    conflicts: [
      ...conflicts.map(one => ({ ...one, liftable: !own.some(other => isSame(one, other)) })),
      ...own
        .filter(one => !conflicts.some(other => isSame(one, other)))
        .map(one => ({ ...one, source: 'own' as const, reason: '', at: null, liftable: false })),
    ],
    areas: areasOf(ctx, round, await currentDefinition(db, round), lang),
    twoFactorFor: JSON.parse(round.twoFactorFor) as RoundRole[],
  }
}
