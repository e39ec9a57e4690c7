/**
 * A server that is lost in the middle of a change: run as a process of its own with the database's address, it takes what
 * is planned, changes everything, says so, and never comes to its end.
 */
import { installationOn } from '../context.fixture.ts'
import { openDatabase } from '../db/open.ts'
import type { Handler } from '../jobs/handler.ts'
import { queueOf } from '../jobs/queue.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import { happen } from './happen.ts'
import { STAGE } from './schedule.ts'

const url = process.argv[2] ?? ''
const database = await openDatabase({ url }, error => {
  throw error
})
const installation = { ...installationOn(database), now: () => new Date().toISOString() }
const midway: Handler = async (payload, running) => {
  const keep = await happen(installation)(payload, running)
  return async (tx, afterwards) => {
    await keep(tx, afterwards)
    process.stdout.write('midway\n')
    await new Promise(() => undefined)
  }
}
await startJobs(installation, queueOf(installation), {
  handlers: { [STAGE]: midway },
  url,
  pace: { beat: 100, lease: 1, sweep: 500 },
})
process.stdout.write('ready\n')
