import type { Insertable, Selectable } from 'kysely'
import type { Db, OpenDatabase, Tx } from '../db/open.ts'
import type { RoundTable, StageTable } from '../db/schema.ts'
import type { ExtensionTable, StageChangeTable } from '../db/taking-part.ts'

type RoundRow = Selectable<RoundTable>
export type StageRow = Selectable<StageTable>

export const stagesOf = (db: Db | Tx, round: string): Promise<StageRow[]> =>
  db.selectFrom('stage').selectAll().where('roundId', '=', round).orderBy('position').execute()

/** Rounds in which something may happen by itself. */
export const runningRounds = (db: Db): Promise<RoundRow[]> =>
  db
    .selectFrom('round')
    .selectAll()
    .where('kind', '=', 'round')
    .where('state', 'in', ['open', 'evaluated'])
    .execute()

/** The round, which nobody else changes until this transaction is over. */
export const holdRound = (
  tx: Tx,
  dialect: OpenDatabase['dialect'],
  id: string,
): Promise<RoundRow | undefined> =>
  tx
    .selectFrom('round')
    .selectAll()
    .where('id', '=', id)
    .$if(dialect === 'postgres', query => query.forUpdate())
    .executeTakeFirst()

/** False when the log has a line with this key. */
export async function insertChange(tx: Tx, change: Insertable<StageChangeTable>): Promise<boolean> {
  const result = await tx
    .insertInto('stageChange')
    .values(change)
    .onConflict(conflict => conflict.column('key').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** The log, newest first, with the names of those who are in it. */
export const changesOf = (db: Db, round: string) =>
  db
    .selectFrom('stageChange')
    .leftJoin('user', 'user.id', 'stageChange.by')
    .selectAll('stageChange')
    .select('user.name')
    .where('roundId', '=', round)
    .orderBy('at', 'desc')
    .orderBy(({ fn }) => fn.coalesce('scheduledFor', 'at'), 'desc')
    .orderBy('key')
    .execute()

/** Longer times of single entries that are in the round. */
export const extensionsOf = (db: Db, round: string) =>
  db
    .selectFrom('extension')
    .innerJoin('entry', 'entry.id', 'extension.entryId')
    .select(['extension.entryId', 'entry.name', 'extension.stage', 'extension.until', 'extension.reason'])
    .select('extension.at')
    .where('extension.roundId', '=', round)
    .orderBy('entry.name')
    .orderBy('extension.stage')
    .execute()

/** One longer time for each entry and stage: the last one said. */
export async function putExtension(tx: Tx, extension: Insertable<ExtensionTable>): Promise<void> {
  const { until, reason, at, by } = extension
  await tx
    .insertInto('extension')
    .values(extension)
    .onConflict(conflict => conflict.columns(['entryId', 'stage']).doUpdateSet({ until, reason, at, by }))
    .execute()
}

export const entryOf = (tx: Tx, round: string, entry: string) =>
  tx
    .selectFrom('entry')
    .select(['id', 'name', 'language'])
    .where('id', '=', entry)
    .where('roundId', '=', round)
    .executeTakeFirst()

/** Whom an entry's letters go to. */
export const leadsOf = (tx: Tx, entry: string) =>
  tx
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.userId')
    .select(['user.id', 'user.email'])
    .where('seat.entryId', '=', entry)
    .where('seat.role', '=', 'lead')
    .orderBy('user.id')
    .execute()

/** Those who run a round: by a seat in it, or as organisers of its organisation. */
export const organisersOf = (tx: Tx, { id, organizationId }: Pick<RoundRow, 'id' | 'organizationId'>) =>
  tx
    .selectFrom('user')
    .select(['id', 'email'])
    .where(({ and, eb, exists, or, selectFrom }) =>
      or([
        exists(
          selectFrom('seat')
            .select('seat.id')
            .whereRef('seat.userId', '=', 'user.id')
            .where('seat.roundId', '=', id)
            .where('seat.role', '=', 'organiser'),
        ),
        and([
          eb('user.role', '=', 'organiser'),
          exists(
            selectFrom('member')
              .select('member.id')
              .whereRef('member.userId', '=', 'user.id')
              .where('member.organizationId', '=', organizationId ?? ''),
          ),
        ]),
      ]),
    )
    .orderBy('id')
    .execute()

export const putTimes = (tx: Tx, { roundId, kind, opensAt, closesAt, graceMinutes, replyUntil }: StageRow) =>
  tx
    .updateTable('stage')
    .set({ opensAt, closesAt, graceMinutes, replyUntil })
    .where('roundId', '=', roundId)
    .where('kind', '=', kind)
    .execute()

export const setReleaseAt = (tx: Tx, id: string, releaseAt: string | null) =>
  tx.updateTable('round').set({ releaseAt }).where('id', '=', id).execute()
