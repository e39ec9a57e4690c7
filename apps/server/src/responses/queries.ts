import { sql } from 'kysely'
import type { Db, Tx } from '../db/open.ts'
import type { Asked } from './response.ts'

/** Every entry of a round, with whether it has answered anything: one look into an index each, however much it answered. */
export async function askedIn(db: Db | Tx, round: string): Promise<Asked[]> {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('entryUnit', join =>
      join.onRef('entryUnit.entryId', '=', 'entry.id').on('entryUnit.position', '=', 0),
    )
    .select(({ exists, selectFrom }) => [
      'entry.id',
      'entry.name',
      'entry.category',
      'entry.kind',
      'entry.state',
      'entry.submittedAt',
      'entry.participation',
      'entryUnit.unitId as lead',
      exists(
        selectFrom('answer')
          .select(sql.lit(1).as('one'))
          .whereRef('answer.entryId', '=', 'entry.id')
          .where('answer.layer', '=', 'claim'),
      ).as('started'),
    ])
    .where('entry.roundId', '=', round)
    .orderBy('entry.name')
    .orderBy('entry.id')
    .execute()
  return rows.map(row => ({ ...row, started: Boolean(row.started) }))
}

export const targetsOf = (db: Db, round: string) =>
  db.selectFrom('responseTarget').select(['group', 'share']).where('roundId', '=', round).execute()

export async function putTarget(
  tx: Tx,
  { round, group, share }: { round: string; group: string; share: number | null },
): Promise<void> {
  if (share === null) {
    await tx.deleteFrom('responseTarget').where('roundId', '=', round).where('group', '=', group).execute()
    return
  }
  await tx
    .insertInto('responseTarget')
    .values({ roundId: round, group, share })
    .onConflict(conflict => conflict.columns(['roundId', 'group']).doUpdateSet({ share }))
    .execute()
}
