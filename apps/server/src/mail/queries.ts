import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../db/open.ts'
import type { MailTable } from '../db/taking-part.ts'

type MailRow = Selectable<MailTable>

/** Rows in one statement: below the number of parameters that either database takes. */
const CHUNK = 500

/** Stores letters whose keys are new; gives the ids of those that are. */
export async function insertLetters(tx: Tx, letters: readonly Insertable<MailTable>[]): Promise<string[]> {
  const stored: string[] = []
  for (let at = 0; at < letters.length; at += CHUNK) {
    const rows = await tx
      .insertInto('mail')
      .values(letters.slice(at, at + CHUNK))
      .onConflict(conflict => conflict.column('key').doNothing())
      .returning('id')
      .execute()
    stored.push(...rows.map(row => row.id))
  }
  return stored
}

export const letterById = (db: Db | Tx, id: string): Promise<MailRow | undefined> =>
  db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()

/** Says what became of a letter that was still to go out; false when it no longer was. */
export async function settle(
  tx: Tx,
  id: string,
  change: Partial<Pick<MailRow, 'state' | 'failure' | 'sentAt' | 'text' | 'attempts'>>,
): Promise<boolean> {
  const result = await tx
    .updateTable('mail')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Queues a letter again that did not go out; undefined when there is none, or it is on its way. */
export const queueAgain = (
  tx: Tx,
  { id, round }: { id: string; round?: string | undefined },
): Promise<Pick<MailRow, 'id' | 'attempts'> | undefined> =>
  tx
    .updateTable('mail')
    .set(({ eb }) => ({ state: 'queued', failure: null, sentAt: null, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', ['failed', 'kept'])
    .$if(round !== undefined, query => query.where('roundId', '=', round ?? ''))
    .returning(['id', 'attempts'])
    .executeTakeFirst()

/** Letters that are still to go out. */
export const queuedLetters = (tx: Tx): Promise<Pick<MailRow, 'id' | 'attempts'>[]> =>
  tx.selectFrom('mail').select(['id', 'attempts']).where('state', '=', 'queued').execute()

export type PlaceInList = { at: string; id: string }

/** Newest first, after the one named. */
export const lettersOf = (
  db: Db,
  { round, after, limit }: { round: string | null; after: PlaceInList | null; limit: number },
): Promise<MailRow[]> =>
  db
    .selectFrom('mail')
    .selectAll()
    .$if(round !== null, query => query.where('roundId', '=', round ?? ''))
    .$if(after !== null, query =>
      query.where(({ and, eb, or }) =>
        or([
          eb('createdAt', '<', after?.at ?? ''),
          and([eb('createdAt', '=', after?.at ?? ''), eb('id', '<', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** How many letters are in each state. */
export const countsOf = (db: Db, round: string | null) =>
  db
    .selectFrom('mail')
    .select(({ fn }) => ['state', fn.countAll<number>().as('letters')])
    .$if(round !== null, query => query.where('roundId', '=', round ?? ''))
    .groupBy('state')
    .execute()
