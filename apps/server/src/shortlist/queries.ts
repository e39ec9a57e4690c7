import type { Selectable } from 'kysely'
import type { Db, Tx } from '../db/open.ts'
import type { NomineeTable } from '../db/taking-part.ts'

export type NomineeRow = Selectable<NomineeTable>

export const nomineesOf = (db: Db | Tx, round: string): Promise<NomineeRow[]> =>
  db.selectFrom('nominee').selectAll().where('roundId', '=', round).execute()

export async function putNominee(tx: Tx, row: NomineeRow): Promise<void> {
  await tx
    .insertInto('nominee')
    .values(row)
    .onConflict(conflict => conflict.columns(['award', 'entryId']).doUpdateSet({ reasons: row.reasons }))
    .execute()
}

export async function deleteNominee(
  tx: Tx,
  { round, award, entry }: { round: string; award: string; entry: string },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('nominee')
    .where('roundId', '=', round)
    .where('award', '=', award)
    .where('entryId', '=', entry)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

export async function setAnnouncement(tx: Tx, round: string, at: string | null): Promise<void> {
  await tx.updateTable('round').set({ nomineesAt: at }).where('id', '=', round).execute()
}
