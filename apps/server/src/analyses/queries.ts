import type { Insertable } from 'kysely'
import type { Db, Tx } from '../db/open.ts'
import type { AnalysisTable } from '../db/schema.ts'

export type AnalysisRow = NonNullable<Awaited<ReturnType<typeof analysisById>>>

/** With how its job stands. */
export const analysisById = (db: Db | Tx, id: string) =>
  db
    .selectFrom('analysis')
    .innerJoin('job', 'job.id', 'analysis.jobId')
    .selectAll('analysis')
    .select(['job.state', 'job.progress', 'job.failure'])
    .where('analysis.id', '=', id)
    .executeTakeFirst()

/** Leaves one that is there as it is. */
export async function insertAnalysis(tx: Tx, analysis: Insertable<AnalysisTable>): Promise<void> {
  await tx
    .insertInto('analysis')
    .values(analysis)
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}

export async function storeResult(tx: Tx, id: string, result: string): Promise<void> {
  await tx.updateTable('analysis').set({ result }).where('id', '=', id).execute()
}

/** Forgets the oldest analyses of a round beyond the newest `most`, as far as they are over. */
export async function forgetOldest(tx: Tx, roundId: string, most: number): Promise<void> {
  const old = await tx
    .selectFrom('analysis')
    .innerJoin('job', 'job.id', 'analysis.jobId')
    .select(['analysis.id', 'analysis.jobId'])
    .where('analysis.roundId', '=', roundId)
    .where('job.state', 'not in', ['queued', 'running'])
    .orderBy('analysis.createdAt', 'desc')
    .orderBy('analysis.id')
    .limit(FORGOTTEN_AT_ONCE)
    .offset(most)
    .execute()
  if (old.length === 0) return
  const ids = old.map(row => row.id)
  const jobs = old.map(row => row.jobId)
  await tx.deleteFrom('analysis').where('id', 'in', ids).execute()
  await tx.deleteFrom('job').where('id', 'in', jobs).execute()
}

/** Some, as SQLite wants an `offset` to have a `limit`, and a statement takes only so many ids. */
const FORGOTTEN_AT_ONCE = 100

/** Analyses that this person has asked for and that are not over. */
export async function underwayOf(db: Db, person: string): Promise<number> {
  const { count } = await db
    .selectFrom('analysis')
    .innerJoin('job', 'job.id', 'analysis.jobId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('analysis.createdBy', '=', person)
    .where('job.state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow()
  return count
}
