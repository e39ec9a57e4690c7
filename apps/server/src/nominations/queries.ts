import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../db/open.ts'
import type { NominationTable } from '../db/taking-part.ts'

export type NominationRow = Selectable<NominationTable>

export async function insertNomination(tx: Tx, row: Insertable<NominationTable>): Promise<void> {
  await tx.insertInto('nomination').values(row).execute()
}

/** In the order in which they came. */
export const nominationsOf = (db: Db | Tx, round: string): Promise<NominationRow[]> =>
  db.selectFrom('nomination').selectAll().where('roundId', '=', round).orderBy('at').orderBy('id').execute()

export const nominationById = (tx: Tx, round: string, id: string): Promise<NominationRow | undefined> =>
  tx.selectFrom('nomination').selectAll().where('roundId', '=', round).where('id', '=', id).executeTakeFirst()

/** Those that an entry came from, in the order in which they came. */
export const nominationsBehind = (db: Db | Tx, entry: string): Promise<NominationRow[]> =>
  db.selectFrom('nomination').selectAll().where('entryId', '=', entry).orderBy('at').orderBy('id').execute()

/** Decides about a nomination that nobody has decided about; false when somebody has. */
export async function decide(tx: Tx, id: string, decision: Updateable<NominationTable>): Promise<boolean> {
  const result = await tx
    .updateTable('nomination')
    .set(decision)
    .where('id', '=', id)
    .where('state', '=', 'received')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export const nominationWindow = (db: Db | Tx, round: string) =>
  db
    .selectFrom('stage')
    .select(['opensAt', 'closesAt'])
    .where('roundId', '=', round)
    .where('kind', '=', 'nomination')
    .executeTakeFirst()

/** Declines for those who did not answer in time; undefined when they have. */
export const expireEntry = (tx: Tx, entry: string, now: string) =>
  tx
    .updateTable('entry')
    .set(({ eb }) => ({ state: 'declined', version: eb('version', '+', 1) }))
    .where('id', '=', entry)
    .where('state', '=', 'nominated')
    .where('completeUntil', '<=', now)
    .returning('roundId')
    .executeTakeFirst()
