import type { Insertable, Selectable } from 'kysely'
import type { Db, OpenDatabase, Tx } from '../db/open.ts'
import type { RoundRole, SeatInvitationTable, SeatTable } from '../db/taking-part.ts'

export type SeatRow = Selectable<SeatTable>
export type InvitationRow = Selectable<SeatInvitationTable>

/** Rows in one statement: below the number of parameters that either database takes. */
const CHUNK = 500

const inChunks = async <T>(rows: readonly T[], run: (part: T[]) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < rows.length; at += CHUNK) await run(rows.slice(at, at + CHUNK))
}

/** Lets changes of a round's people follow one another; SQLite has one writer as it is. */
export async function holdRound(tx: Tx, dialect: OpenDatabase['dialect'], round: string): Promise<void> {
  if (dialect === 'postgres')
    await tx.selectFrom('round').select('id').where('id', '=', round).forNoKeyUpdate().execute()
}

/** Everybody with a seat in the round, by name. */
export const seatsOf = (db: Db | Tx, round: string) =>
  db
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.userId')
    .select([
      'seat.id',
      'seat.userId',
      'seat.role',
      'seat.entryId',
      'seat.sections',
      'seat.createdAt',
      'user.name',
      'user.email',
      'user.twoFactorEnabled',
    ])
    .where('seat.roundId', '=', round)
    .orderBy('user.name')
    .orderBy('user.id')
    .execute()

export const seatById = (tx: Tx, round: string, id: string): Promise<SeatRow | undefined> =>
  tx.selectFrom('seat').selectAll().where('id', '=', id).where('roundId', '=', round).executeTakeFirst()

/** Gives somebody a seat, unless they have it. */
export async function putSeat(tx: Tx, seat: SeatRow): Promise<void> {
  const there = await tx
    .selectFrom('seat')
    .select('id')
    .where('roundId', '=', seat.roundId)
    .where('userId', '=', seat.userId)
    .where('role', '=', seat.role)
    .where('entryId', seat.entryId === null ? 'is' : '=', seat.entryId)
    .executeTakeFirst()
  if (there)
    await tx.updateTable('seat').set({ sections: seat.sections }).where('id', '=', there.id).execute()
  else await tx.insertInto('seat').values(seat).execute()
}

export async function changeSeat(
  tx: Tx,
  id: string,
  change: Pick<SeatRow, 'role' | 'sections'>,
): Promise<void> {
  await tx.updateTable('seat').set(change).where('id', '=', id).execute()
}

export async function deleteSeat(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('seat').where('id', '=', id).execute()
}

/** Invitations that nobody has accepted or taken back, expired ones too. */
export const openInvitations = (db: Db | Tx, round: string): Promise<InvitationRow[]> =>
  db
    .selectFrom('seatInvitation')
    .selectAll()
    .where('roundId', '=', round)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()

export const insertInvitations = (
  tx: Tx,
  invitations: readonly Insertable<SeatInvitationTable>[],
): Promise<void> => inChunks(invitations, part => tx.insertInto('seatInvitation').values(part).execute())

/** Takes invitations back, whose links then lead nowhere. */
export const revokeInvitations = (tx: Tx, ids: readonly string[], at: string): Promise<void> =>
  inChunks(ids, part =>
    tx.updateTable('seatInvitation').set({ revokedAt: at }).where('id', 'in', part).execute(),
  )

/** Gives an invitation a new link; the one before leads nowhere from now on. */
export async function renewInvitation(
  tx: Tx,
  id: string,
  fresh: Pick<InvitationRow, 'tokenHash' | 'expiresAt' | 'createdAt'>,
): Promise<void> {
  await tx.updateTable('seatInvitation').set(fresh).where('id', '=', id).execute()
}

/** An invitation that can be accepted, with what it is to. */
export const invitationBehind = (db: Db, tokenHash: string, now: string) =>
  db
    .selectFrom('seatInvitation')
    .innerJoin('round', 'round.id', 'seatInvitation.roundId')
    .leftJoin('entry', 'entry.id', 'seatInvitation.entryId')
    .leftJoin('organization', 'organization.id', 'round.organizationId')
    .leftJoin('user', 'user.id', 'seatInvitation.createdBy')
    .select([
      'seatInvitation.roundId',
      'seatInvitation.role',
      'seatInvitation.entryId',
      'seatInvitation.sections',
      'seatInvitation.email',
      'seatInvitation.name',
      'seatInvitation.expiresAt',
      'round.title as roundTitle',
      'round.year',
      'round.timeZone',
      'organization.name as organisation',
      'entry.name as entryName',
      'entry.state as entryState',
      'entry.completeUntil',
      'user.name as invitedBy',
    ])
    .where('tokenHash', '=', tokenHash)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()

/** Uses an invitation up; undefined when it no longer can be. Of two at the same time, one gets it. */
export const useUp = (tx: Tx, tokenHash: string, now: string): Promise<InvitationRow | undefined> =>
  tx
    .updateTable('seatInvitation')
    .set({ acceptedAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returningAll()
    .executeTakeFirst()

export async function acceptedBy(tx: Tx, id: string, person: string): Promise<void> {
  await tx.updateTable('seatInvitation').set({ acceptedBy: person }).where('id', '=', id).execute()
}

export const roundById = (db: Db, id: string) =>
  db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** What of a round's entries matters to who is asked, and who may judge. */
export const entriesOf = (db: Db | Tx, round: string) =>
  db
    .selectFrom('entry')
    .select(['id', 'name', 'category', 'state', 'language', 'completeUntil'])
    .where('roundId', '=', round)
    .where('joinedTo', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()

export const windowsOf = (db: Db | Tx, round: string) =>
  db.selectFrom('stage').select(['kind', 'closesAt']).where('roundId', '=', round).execute()

export const organisationName = async (db: Db | Tx, id: string | null): Promise<string | null> =>
  id === null
    ? null
    : ((await db.selectFrom('organization').select('name').where('id', '=', id).executeTakeFirst())?.name ??
      null)

/** The e-mail addresses that seats of a role in the round are given to, for telling who has one already. */
export const seatKeys = (tx: Tx, round: string) =>
  tx
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.userId')
    .select(['user.email', 'seat.role', 'seat.entryId'])
    .where('seat.roundId', '=', round)
    .execute()

export async function setTwoFactor(tx: Tx, round: string, roles: readonly RoundRole[]): Promise<void> {
  await tx
    .updateTable('round')
    .set({ twoFactorFor: JSON.stringify(roles) })
    .where('id', '=', round)
    .execute()
}

export const hasPerson = async (db: Db | Tx, email: string): Promise<boolean> =>
  (await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()) !== undefined
