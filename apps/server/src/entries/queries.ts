import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, OpenDatabase, Tx } from '../db/open.ts'
import type { AnswerTable, EntryTable, EntryUnitTable, ImportBatchTable, MarkTable } from '../db/schema.ts'
import { Refusal } from '../refusal.ts'

export type EntryRow = Selectable<EntryTable>
export type EntryUnitRow = Selectable<EntryUnitTable>
export type AnswerRow = Selectable<AnswerTable>

/** Rows in one statement: below the number of parameters that either database takes. */
const CHUNK = 500

export const entriesOf = (db: Db | Tx, round: string): Promise<EntryRow[]> =>
  db.selectFrom('entry').selectAll().where('roundId', '=', round).orderBy('name').orderBy('id').execute()

export const entryById = (db: Db | Tx, round: string, id: string): Promise<EntryRow | undefined> =>
  db.selectFrom('entry').selectAll().where('roundId', '=', round).where('id', '=', id).executeTakeFirst()

/** The units of every entry, the lead first. */
export const unitsOfEntries = (db: Db | Tx, round: string): Promise<EntryUnitRow[]> =>
  db.selectFrom('entryUnit').selectAll().where('roundId', '=', round).orderBy('position').execute()

export const answerCounts = (db: Db | Tx, round: string) =>
  db
    .selectFrom('answer')
    .select(({ fn }) => ['entryId', fn.count<number>('question').distinct().as('answered')])
    .where('roundId', '=', round)
    .groupBy('entryId')
    .execute()

export const extensionsOf = (db: Db | Tx, round: string) =>
  db.selectFrom('extension').select(['entryId', 'stage', 'until']).where('roundId', '=', round).execute()

/** Ids of the entries that somebody has before them. */
export const assignedTo = async (db: Db, round: string, person: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('assignment')
    .select('entryId')
    .distinct()
    .where('roundId', '=', round)
    .where('userId', '=', person)
    .execute()
  return rows.map(row => row.entryId)
}

/** Ids of the entries that somebody must not judge. */
export const conflictsOf = async (db: Db, round: string, person: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('conflict')
    .select('entryId')
    .where('roundId', '=', round)
    .where('userId', '=', person)
    .execute()
  return rows.map(row => row.entryId)
}

/** Marks as sent in what the organiser writes for an entry that nobody else answers for. */
export async function submitUnattended(tx: Tx, id: string, at: string): Promise<void> {
  await tx
    .updateTable('entry')
    .set({ submittedAt: at })
    .where('id', '=', id)
    .where('submittedAt', 'is', null)
    .where('contact', 'is', null)
    .where('origin', '!=', 'nominated')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('seat').select('seat.id').whereRef('seat.entryId', '=', 'entry.id'))),
    )
    .execute()
}

/** Entries with at least one answer or mark. */
export async function filledEntries(db: Db | Tx, round: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('answer')
    .select('entryId')
    .where('roundId', '=', round)
    .union(db.selectFrom('mark').select('entryId').where('roundId', '=', round))
    .execute()
  return new Set(rows.map(row => row.entryId))
}

export const answersOfRound = (db: Db | Tx, round: string) =>
  db
    .selectFrom('answer')
    .select(['entryId', 'question', 'layer', 'value'])
    .where('roundId', '=', round)
    .execute()

export const answersOfEntry = (db: Db | Tx, entry: string): Promise<AnswerRow[]> =>
  db.selectFrom('answer').selectAll().where('entryId', '=', entry).orderBy('question').execute()

export const marksOfRound = (db: Db | Tx, round: string) =>
  db
    .selectFrom('mark')
    .select(['entryId', 'criterion', 'points'])
    .where('roundId', '=', round)
    .orderBy('seat')
    .execute()

const inChunks = async <T>(rows: readonly T[], insert: (part: T[]) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < rows.length; at += CHUNK) await insert(rows.slice(at, at + CHUNK))
}

/** PostgreSQL's "unique violation": two requests at the same time wanted the same unit. SQLite has one writer. */
const UNIQUE_VIOLATION = '23505'

export async function insertEntries(
  tx: Tx,
  entries: readonly Insertable<EntryTable>[],
  units: readonly EntryUnitTable[],
): Promise<void> {
  try {
    await inChunks(entries, part => tx.insertInto('entry').values(part).execute())
    await inChunks(units, part => tx.insertInto('entryUnit').values(part).execute())
  } catch (cause) {
    if ((cause as { code?: string }).code !== UNIQUE_VIOLATION) throw cause
    throw new Refusal('stale', 'Somebody else has just added one of these units. Reload to see it.')
  }
}

export const insertAnswers = (tx: Tx, answers: readonly Insertable<AnswerTable>[]): Promise<void> =>
  inChunks(answers, part => tx.insertInto('answer').values(part).execute())

export const insertMarks = (tx: Tx, marks: readonly Insertable<MarkTable>[]): Promise<void> =>
  inChunks(marks, part => tx.insertInto('mark').values(part).execute())

/** Marks as sent in what is not yet. */
export const submitEntries = (tx: Tx, ids: readonly string[], at: string): Promise<void> =>
  inChunks(ids, part =>
    tx
      .updateTable('entry')
      .set({ submittedAt: at })
      .where('id', 'in', part)
      .where('submittedAt', 'is', null)
      .execute(),
  )

export async function updateEntry(tx: Tx, id: string, change: Updateable<EntryTable>): Promise<void> {
  await tx
    .updateTable('entry')
    .set(({ eb }) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Lets those who join and part entries of a round follow one another; SQLite has one writer as it is. */
export async function holdRound(tx: Tx, dialect: OpenDatabase['dialect'], round: string): Promise<void> {
  if (dialect === 'postgres')
    await tx.selectFrom('round').select('id').where('id', '=', round).forNoKeyUpdate().execute()
}

/** Puts a unit with an entry, out of the one that it was with. */
export async function putUnit(tx: Tx, row: EntryUnitTable): Promise<void> {
  await tx
    .deleteFrom('entryUnit')
    .where('roundId', '=', row.roundId)
    .where('unitId', '=', row.unitId)
    .execute()
  await tx.insertInto('entryUnit').values(row).execute()
}

export async function removeUnits(tx: Tx, entry: string, units: readonly string[]): Promise<void> {
  await tx.deleteFrom('entryUnit').where('entryId', '=', entry).where('unitId', 'in', units).execute()
}

export async function deleteEntry(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('entry').where('id', '=', id).execute()
}

export async function insertBatch(tx: Tx, batch: Insertable<ImportBatchTable>): Promise<void> {
  await tx.insertInto('importBatch').values(batch).execute()
}

export const batchById = (db: Db | Tx, id: string): Promise<Selectable<ImportBatchTable> | undefined> =>
  db.selectFrom('importBatch').selectAll().where('id', '=', id).executeTakeFirst()

/** Answers and categories as they stood: what an import wrote goes, entries that it made go with everything in them. */
export async function deleteImported(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('answer').where('importId', '=', importId).execute()
  await tx.deleteFrom('mark').where('importId', '=', importId).execute()
  await tx.deleteFrom('entry').where('importId', '=', importId).execute()
}

/** Sets what an import may change of an entry that was there before. */
export async function putBack(
  tx: Tx,
  entry: Pick<EntryRow, 'id' | 'name' | 'category' | 'categoryReason'>,
): Promise<void> {
  const { id, ...before } = entry
  await tx.updateTable('entry').set(before).where('id', '=', id).execute()
}

export async function markUndone(tx: Tx, importId: string, at: string): Promise<void> {
  await tx.updateTable('importBatch').set({ undoneAt: at }).where('id', '=', importId).execute()
}

/** A waiting preview of this person's, taken so that it can be imported once. */
export const takePreview = (tx: Tx, token: string, person: string) =>
  tx
    .deleteFrom('importPreview')
    .where('token', '=', token)
    .where('createdBy', '=', person)
    .returningAll()
    .executeTakeFirst()

/** Previews that nobody imported hold answers; they go after `before`. */
export async function forgetPreviews(db: Db, before: string): Promise<void> {
  await db.deleteFrom('importPreview').where('createdAt', '<', before).execute()
}
