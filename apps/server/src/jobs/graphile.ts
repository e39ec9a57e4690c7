import { Logger, run } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import type { Installation } from '../context.ts'
import type { Db, Tx } from '../db/open.ts'
import { idleJobs, laterJobs } from './queries.ts'
import type { Started } from './queue.ts'
import { type Pace, type Runner, SIDE_BY_SIDE } from './runner.ts'

const TASK = 'tumstock'

/**
 * Runs jobs for any number of servers on one PostgreSQL. Graphile Worker says who tries which job when; that it is run
 * once is the job's own row's to say, since a lost server's claims stand there for seconds and not for hours.
 */
export async function onGraphile(
  { db, log }: Pick<Installation, 'db' | 'log'>,
  runner: Runner,
  { url, sweep }: { url: string } & Pick<Pace, 'sweep'>,
): Promise<Started> {
  // Connections of its own: no request waits behind a job for one.
  const pool = new pg.Pool({ connectionString: url, max: SIDE_BY_SIDE + 2 })
  const lost = (err: Error) => log.warn({ err }, 'a database connection of the jobs was lost')
  pool.on('error', lost)
  pool.on('connect', client => client.on('error', lost))
  const worker = await run({
    pgPool: pool,
    taskList: { [TASK]: async payload => void (await runner.take((payload as { id: string }).id)) },
    parsedCronItems: [],
    concurrency: SIDE_BY_SIDE,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ from: 'graphile-worker' }, message)
      if (level === 'warning') log.warn({ from: 'graphile-worker' }, message)
    }),
  })

  const announceIdle = async () => {
    await runner.sweep()
    for (const id of await idleJobs(runner.claims)) await announceAgain(db, id)
  }
  const sweeping = setInterval(() => {
    announceIdle().catch((err: unknown) => log.warn({ err }, 'waiting jobs could not be looked for'))
  }, sweep)
  await announceIdle()
  for (const { id, dueAt } of await laterJobs(runner.claims)) await announce(db, id, dueAt)

  return {
    station: {
      announce,
      look: () => {
        runner.look().catch((err: unknown) => log.warn({ err }, 'jobs under way could not be looked at'))
      },
    },
    stop: async () => {
      clearInterval(sweeping)
      const given = await runner.stop()
      await worker.stop()
      for (const id of given) await announceAgain(db, id)
      await pool.end()
    },
  }
}

/** In the transaction of whoever asks: the job is tried when, and only if, that stands, and not before its time. */
async function announce(db: Db | Tx, id: string, dueAt: string | null): Promise<void> {
  await sql`select graphile_worker.add_job(${TASK}, json_build_object('id', ${id}::text), run_at => ${dueAt}::timestamptz, job_key => ${id}, job_key_mode => 'replace')`.execute(
    db,
  )
}

/** One that is there already keeps its time, so that looking again does not put it off. */
async function announceAgain(db: Db, id: string): Promise<void> {
  await sql`select graphile_worker.add_job(${TASK}, json_build_object('id', ${id}::text), job_key => ${id}, job_key_mode => 'preserve_run_at')`.execute(
    db,
  )
}
