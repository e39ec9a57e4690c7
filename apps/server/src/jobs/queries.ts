import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Db, OpenDatabase, Tx } from '../db/open.ts'
import type { JobTable } from '../db/schema.ts'
import type { Failure } from './failure.ts'

export type JobRow = Selectable<JobTable>

/** Whoever runs a job: the job, and this one taking of it. */
export type Claim = { id: string; owner: string }

/** How often a job is taken up: once, and once more when the server that ran it was lost. */
const MOST_ATTEMPTS = 2

/** The database's own clock, some seconds on: servers whose clocks differ agree about who still runs what. */
const clock = (dialect: OpenDatabase['dialect'], seconds = 0): RawBuilder<string> =>
  dialect === 'sqlite'
    ? sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ${`${seconds} seconds`})`
    : sql`to_char((clock_timestamp() + make_interval(secs => ${seconds})) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The queries of one database; `seconds` are how long a claim stands without a beat. */
export type Claims = { db: Db; dialect: OpenDatabase['dialect']; seconds: number }

/** False when there is a job with this key already. */
export async function insertJob(tx: Tx, job: Insertable<JobTable>): Promise<boolean> {
  const result = await tx
    .insertInto('job')
    .values(job)
    .onConflict(conflict => conflict.column('key').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export const jobByKey = (tx: Tx, key: string): Promise<Pick<JobRow, 'id'>> =>
  tx.selectFrom('job').select('id').where('key', '=', key).executeTakeFirstOrThrow()

/** Queues a job again that failed or was cancelled, and moves one that waits; false when there is nothing to change. */
export async function requeue(tx: Tx, id: string, dueAt: string | null): Promise<boolean> {
  const result = await tx
    .updateTable('job')
    .set({ state: 'queued', progress: 0, failure: null, attempts: 0, finishedAt: null, dueAt })
    .where('id', '=', id)
    .where(({ and, eb, or }) =>
      or([
        eb('state', 'in', ['failed', 'cancelled']),
        and([eb('state', '=', 'queued'), eb('dueAt', 'is distinct from', dueAt)]),
      ]),
    )
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Ends a job that nobody has taken up; false when there is none. */
export async function withdrawJob(tx: Tx, key: string, at: string): Promise<boolean> {
  const result = await tx
    .updateTable('job')
    .set({ state: 'cancelled', finishedAt: at })
    .where('key', '=', key)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** False when it is over already. */
export async function cancelJob(tx: Tx, id: string, at: string): Promise<boolean> {
  const result = await tx
    .updateTable('job')
    .set({ state: 'cancelled', finishedAt: at, owner: null, leaseUntil: null })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Jobs that nobody runs: those whose time has come, and those whose server was lost. Longest waiting first. */
const idle = ({ db, dialect }: Claims) =>
  db
    .selectFrom('job')
    .select('id')
    .where(({ and, eb, or }) =>
      or([
        and([eb('state', '=', 'queued'), or([eb('dueAt', 'is', null), eb('dueAt', '<=', clock(dialect))])]),
        and([
          eb('state', '=', 'running'),
          eb('leaseUntil', '<', clock(dialect)),
          eb('attempts', '<', MOST_ATTEMPTS),
        ]),
      ]),
    )
    .orderBy(({ fn }) => fn.coalesce('dueAt', 'createdAt'))
    .orderBy('id')

export const idleJobs = async (claims: Claims): Promise<string[]> =>
  (await idle(claims).execute()).map(row => row.id)

/** Jobs that wait for their time, the next one first. */
export const laterJobs = ({ db, dialect }: Claims): Promise<Pick<JobRow, 'id' | 'dueAt'>[]> =>
  db
    .selectFrom('job')
    .select(['id', 'dueAt'])
    .where('state', '=', 'queued')
    .where('dueAt', '>', clock(dialect))
    .orderBy('dueAt')
    .execute()

/** Takes one job that nobody runs, `id` or the one that waited longest; undefined when there is none. */
export const claimJob = (claims: Claims, owner: string, id?: string): Promise<JobRow | undefined> =>
  claims.db
    .updateTable('job')
    .set(({ eb }) => ({
      state: 'running',
      owner,
      progress: 0,
      attempts: eb('attempts', '+', 1),
      leaseUntil: clock(claims.dialect, claims.seconds),
    }))
    .where(
      'id',
      '=',
      idle(claims)
        .$if(id !== undefined, query => query.where('id', '=', id ?? ''))
        .limit(1)
        // A second server that tries waits here, and then sees that the job is taken.
        .$if(claims.dialect === 'postgres', query => query.forUpdate()),
    )
    .returningAll()
    .executeTakeFirst()

/** Says that a job is still being run, and how far it is; false when it no longer is this owner's. */
export async function beat(
  { db, dialect, seconds }: Claims,
  { id, owner, progress }: Claim & { progress: number },
): Promise<boolean> {
  const result = await db
    .updateTable('job')
    .set({ progress, leaseUntil: clock(dialect, seconds) })
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

type Ending =
  | { state: 'done'; progress: 1; finishedAt: string }
  | { state: 'failed'; failure: string; finishedAt: string }

/** Ends a job; false when it no longer is this owner's, and then nothing of it counts. */
export async function endJob(db: Db | Tx, { id, owner }: Claim, ending: Ending): Promise<boolean> {
  const result = await db
    .updateTable('job')
    .set({ ...ending, owner: null, leaseUntil: null })
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Gives a job back as if it had never been taken; false when it no longer is this owner's. */
export async function giveBack(db: Db, { id, owner }: Claim): Promise<boolean> {
  const result = await db
    .updateTable('job')
    .set(({ eb }) => ({ state: 'queued', attempts: eb('attempts', '-', 1), owner: null, leaseUntil: null }))
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Where there is one server alone, whatever ran before it started is lost. */
export async function dropClaims(db: Db): Promise<void> {
  await db.updateTable('job').set({ leaseUntil: '' }).where('state', '=', 'running').execute()
}

/** Ends the jobs that took two servers with them: a third would be lost the same way. */
export async function failLost({ db, dialect }: Claims, failure: Failure, at: string): Promise<void> {
  await db
    .updateTable('job')
    .set({ state: 'failed', failure: JSON.stringify(failure), owner: null, leaseUntil: null, finishedAt: at })
    .where('state', '=', 'running')
    .where('leaseUntil', '<', clock(dialect))
    .where('attempts', '>=', MOST_ATTEMPTS)
    .execute()
}
