import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../db/open.ts'
import type { RoundTable, StageTable } from '../db/schema.ts'

export type RoundRow = Selectable<RoundTable>
export type StageRow = Selectable<StageTable>

export const roundById = (db: Db, id: string): Promise<RoundRow | undefined> =>
  db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirst()

export const allRounds = (db: Db): Promise<RoundRow[]> =>
  db.selectFrom('round').selectAll().orderBy('year', 'desc').orderBy('title').orderBy('id').execute()

/** Ids that begin so, to find one that is free. */
export const idsLike = async (db: Db, start: string): Promise<Set<string>> => {
  const rows = await db.selectFrom('round').select('id').where('id', 'like', `${start}%`).execute()
  return new Set(rows.map(row => row.id))
}

/** Every round's stages, in the rubric's order. */
export const allStages = (db: Db): Promise<StageRow[]> =>
  db.selectFrom('stage').selectAll().orderBy('roundId').orderBy('position').execute()

export const stagesOf = (db: Db, roundId: string): Promise<StageRow[]> =>
  db.selectFrom('stage').selectAll().where('roundId', '=', roundId).orderBy('position').execute()

/** Those that joined another count with it. */
export const entryCounts = (db: Db) =>
  db
    .selectFrom('entry')
    .select(({ fn }) => ['roundId', fn.countAll<number>().as('entries')])
    .where('joinedTo', 'is', null)
    .groupBy('roundId')
    .execute()

/** Entries that have answered anything at all. */
export const answeringCounts = (db: Db) =>
  db
    .selectFrom('answer')
    .innerJoin('entry', 'entry.id', 'answer.entryId')
    .select(({ fn }) => ['answer.roundId', fn.count<number>('answer.entryId').distinct().as('entries')])
    .where('entry.joinedTo', 'is', null)
    .groupBy('answer.roundId')
    .execute()

/** False when another round has this id, also one that somebody is making at this moment. */
export async function insertRound(
  tx: Tx,
  round: Insertable<RoundTable>,
  stages: readonly Omit<StageTable, 'roundId'>[],
): Promise<boolean> {
  const result = await tx
    .insertInto('round')
    .values(round)
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows !== 1n) return false
  await insertStages(
    tx,
    stages.map(stage => ({ ...stage, roundId: round.id })),
  )
  return true
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

export async function updateStage(
  tx: Tx,
  { roundId, kind, ...change }: Pick<StageTable, 'roundId' | 'kind'> & Partial<StageTable>,
): Promise<void> {
  await tx.updateTable('stage').set(change).where('roundId', '=', roundId).where('kind', '=', kind).execute()
}

export async function insertStages(tx: Tx, rows: readonly StageTable[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('stage').values(rows).execute()
}

export async function deleteStage(
  tx: Tx,
  { roundId, kind }: Pick<StageTable, 'roundId' | 'kind'>,
): Promise<void> {
  await tx.deleteFrom('stage').where('roundId', '=', roundId).where('kind', '=', kind).execute()
}

export async function deleteRound(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('round').where('id', '=', id).execute()
}
