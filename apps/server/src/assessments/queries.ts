import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../db/open.ts'
import type { AnswerTable } from '../db/schema.ts'

export type LayeredAnswer = Selectable<AnswerTable>
export type NamedAnswer = LayeredAnswer & { authorName: string | null }

/** Every answer of an entry in every layer, with the names of those who gave it. */
export const answersOf = (db: Db | Tx, entry: string): Promise<NamedAnswer[]> =>
  db
    .selectFrom('answer')
    .leftJoin('user', 'user.id', 'answer.authorId')
    .selectAll('answer')
    .select('user.name as authorName')
    .where('entryId', '=', entry)
    .execute()

/** What progress is counted from: of one entry, or of all in the round. */
export const layersOf = (db: Db, round: string) =>
  db
    .selectFrom('answer')
    .select(['entryId', 'question', 'layer', 'value', 'against', 'confidence'])
    .where('roundId', '=', round)
    .execute()

/** Grows the entry's version, and holds it until the transaction ends: its findings change one after another. */
export async function nextVersion(tx: Tx, entry: string): Promise<number> {
  const row = await tx
    .updateTable('entry')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', entry)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function putFinding(tx: Tx, finding: Insertable<AnswerTable>): Promise<void> {
  await tx
    .insertInto('answer')
    .values(finding)
    .onConflict(conflict => conflict.columns(['entryId', 'question', 'layer']).doUpdateSet(finding))
    .execute()
}

type Key = Pick<AnswerTable, 'question' | 'layer'> & { entry: string }

export async function deleteFinding(tx: Tx, { entry, question, layer }: Key): Promise<void> {
  await tx
    .deleteFrom('answer')
    .where('entryId', '=', entry)
    .where('question', '=', question)
    .where('layer', '=', layer)
    .execute()
}

/** The entries that somebody has before them, as what. */
export const assignedTo = (db: Db, round: string, person: string) =>
  db
    .selectFrom('assignment')
    .select(['entryId', 'role'])
    .where('roundId', '=', round)
    .where('userId', '=', person)
    .execute()

/** Entries that take part, by name. */
export const entriesIn = (db: Db, round: string) =>
  db
    .selectFrom('entry')
    .selectAll()
    .where('roundId', '=', round)
    .where('state', '=', 'accepted')
    .where('joinedTo', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()

/** An entry's units, the lead first. */
export const unitsOf = (db: Db, entry: string) =>
  db.selectFrom('entryUnit').select('unitId').where('entryId', '=', entry).orderBy('position').execute()
