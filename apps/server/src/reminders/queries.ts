import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../db/open.ts'
import type { ReminderTable } from '../db/taking-part.ts'

export type ReminderRow = Selectable<ReminderTable>

/** The leads of each entry, who a reminder goes to. */
export const leadsOf = (db: Db | Tx, round: string) =>
  db
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.userId')
    .select(['seat.entryId as entry', 'user.id', 'user.email'])
    .where('seat.roundId', '=', round)
    .where('seat.role', '=', 'lead')
    .orderBy('user.email')
    .execute()

export const languagesOf = (db: Db | Tx, round: string) =>
  db.selectFrom('entry').select(['id', 'language']).where('roundId', '=', round).execute()

/** When a reminder was last posted for each entry, by the letters' keys. */
export async function lastReminded(db: Db | Tx, round: string): Promise<ReadonlyMap<string, string>> {
  const letters = await db
    .selectFrom('mail')
    .select(['key', 'createdAt'])
    .where('roundId', '=', round)
    .where('key', 'like', 'reminder/%')
    .orderBy('createdAt')
    .execute()
  return new Map(letters.map(({ key, createdAt }) => [key.split('/')[2] ?? '', createdAt]))
}

export const closingOf = async (db: Db | Tx, round: string): Promise<string | null> => {
  const stage = await db
    .selectFrom('stage')
    .select('closesAt')
    .where('roundId', '=', round)
    .where('kind', '=', 'survey')
    .executeTakeFirst()
  return stage?.closesAt ?? null
}

/** Entries whose survey closes later than the others'. */
export const extendedIn = (db: Db | Tx, round: string) =>
  db
    .selectFrom('extension')
    .select(['entryId', 'until'])
    .where('roundId', '=', round)
    .where('stage', '=', 'survey')
    .execute()

/** False when a reminder of this id is there already. */
export async function insertReminder(tx: Tx, reminder: Insertable<ReminderTable>): Promise<boolean> {
  const result = await tx
    .insertInto('reminder')
    .values(reminder)
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export const reminderById = (tx: Tx, id: string): Promise<ReminderRow> =>
  tx.selectFrom('reminder').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Newest first. */
export const remindersOf = (db: Db, round: string): Promise<ReminderRow[]> =>
  db.selectFrom('reminder').selectAll().where('roundId', '=', round).orderBy('at', 'desc').execute()
