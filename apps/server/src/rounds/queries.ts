import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../db/open.ts'
import type { RoundTable, StageTable } from '../db/schema.ts'

export type RoundRow = Selectable<RoundTable>
export type StageRow = Selectable<StageTable>

export const roundById = (db: Db, id: string): Promise<RoundRow | undefined> =>
  db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirst()

export const allRounds = (db: Db): Promise<RoundRow[]> =>
  db.selectFrom('round').selectAll().orderBy('year', 'desc').orderBy('title').execute()

export const stagesOf = (db: Db, roundIds: readonly string[]): Promise<StageRow[]> =>
  db.selectFrom('stage').selectAll().where('roundId', 'in', roundIds).orderBy('position').execute()

/** Entries of each round, and how many of them have at least one answer. */
export const participation = (db: Db) =>
  db
    .selectFrom('entry')
    .leftJoin('answer', 'answer.entryId', 'entry.id')
    .select(({ fn }) => [
      'entry.roundId',
      fn.count<number>('entry.id').distinct().as('invited'),
      fn.count<number>('answer.entryId').distinct().as('answered'),
    ])
    .groupBy('entry.roundId')
    .execute()

export async function insertRound(
  tx: Tx,
  round: Insertable<RoundTable>,
  stages: readonly StageTable[],
): Promise<void> {
  await tx.insertInto('round').values(round).execute()
  if (stages.length > 0)
    await tx
      .insertInto('stage')
      .values([...stages])
      .execute()
}

/** Changes the round if it still is at `version`; false when somebody was there before. */
export async function updateRound(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: Updateable<RoundTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('round')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
