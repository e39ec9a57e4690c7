import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../db/open.ts'
import type { ReplyTable } from '../db/taking-part.ts'

export type ReplyRow = Selectable<ReplyTable>

/** Which finding a reply is about. */
export type ReplyKey = { entry: string; question: string; layer: ReplyTable['layer'] }

export const repliesOf = (db: Db | Tx, entry: string): Promise<ReplyRow[]> =>
  db.selectFrom('reply').selectAll().where('entryId', '=', entry).execute()

export const replyTo = (db: Db | Tx, { entry, question, layer }: ReplyKey): Promise<ReplyRow | undefined> =>
  db
    .selectFrom('reply')
    .selectAll()
    .where('entryId', '=', entry)
    .where('question', '=', question)
    .where('layer', '=', layer)
    .executeTakeFirst()

/** By entry, how many objections nobody has answered. */
export const openObjections = (db: Db, round: string) =>
  db
    .selectFrom('reply')
    .select(({ fn }) => ['entryId', fn.countAll<number>().as('open')])
    .where('roundId', '=', round)
    .where('stance', '=', 'object')
    .where('outcome', 'is', null)
    .groupBy('entryId')
    .execute()

/** Puts a reply in the place of an earlier one that nobody has answered; false where somebody has. */
export async function putReply(tx: Tx, reply: Insertable<ReplyTable>): Promise<boolean> {
  const { stance, text, authorId, at } = reply
  const result = await tx
    .insertInto('reply')
    .values(reply)
    .onConflict(conflict =>
      conflict
        .columns(['entryId', 'question', 'layer'])
        .doUpdateSet({ stance, text, authorId, at })
        .where('reply.outcome', 'is', null),
    )
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Answers a reply once; false where it has been answered already. */
export async function answerReply(tx: Tx, id: string, answer: Updateable<ReplyTable>): Promise<boolean> {
  const result = await tx
    .updateTable('reply')
    .set(answer)
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Who leads which entry of a round, and in which language the entry is written to. */
export const leadsOf = (tx: Tx, round: string, entry?: string) =>
  tx
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.userId')
    .innerJoin('entry', 'entry.id', 'seat.entryId')
    .select(['seat.entryId', 'seat.userId', 'user.email', 'entry.name', 'entry.language'])
    .where('seat.roundId', '=', round)
    .where('seat.role', '=', 'lead')
    .$if(entry !== undefined, query => query.where('seat.entryId', '=', entry ?? ''))
    .execute()

/** Entries in which a layer found anything. */
export async function entriesWithFindings(
  tx: Tx,
  round: string,
  layer: ReplyTable['layer'],
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('answer')
    .select('entryId')
    .distinct()
    .where('roundId', '=', round)
    .where('layer', '=', layer)
    .execute()
  return new Set(rows.map(row => row.entryId))
}
