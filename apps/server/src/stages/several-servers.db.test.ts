import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { verify } from '../audit/service.ts'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import { evaluateRound } from '../results/evaluate.ts'
import { happen } from './happen.ts'
import { keyOf, plannedIn } from './planned.ts'
import { stagesOf } from './queries.ts'
import { type Staging, stagingScene } from './scene.fixture.ts'
import { STAGE } from './schedule.ts'

const lostServer = fileURLToPath(new URL('./lost-server.fixture.ts', import.meta.url))

/** Milliseconds from now, by the clock that databases go by. */
const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()

/** One of the servers on this database, until its scope ends. */
async function serverOn({ installation, queue }: Staging, { url }: TestDatabase) {
  const { stop } = await startJobs(installation, queue, {
    handlers: { [STAGE]: happen(installation) },
    url,
    pace: { beat: 100, lease: 1, sweep: 500 },
  })
  return { [Symbol.asyncDispose]: stop }
}

/** Leaves nothing planned: by the database's clock, the scene's days are long past. */
async function undate({ run, round }: Staging): Promise<void> {
  const never = { from: null, to: null, replyUntil: null }
  const { version, stages } = await run.api.stages.timeline({ round })
  const all = Object.fromEntries(stages.filter(one => one.opensAt).map(one => [one.kind, never]))
  await run.api.stages.move({ round, version, stages: all, reason: 'Later.' })
}

/** A server in a process of its own that stops in the middle of the first change it makes. */
function lostOn({ url }: TestDatabase) {
  const child = spawn(process.execPath, [lostServer, url ?? ''], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  let said = ''
  child.stdout.on('data', chunk => {
    said += String(chunk)
  })
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  return {
    says: (word: string) => vi.waitUntil(() => said.includes(word), { timeout: 20_000 }),
    kill,
    [Symbol.asyncDispose]: kill,
  }
}

/** What has come about by itself. */
const changes = async ({ db }: TestDatabase) => {
  const rows = await db
    .selectFrom('stageChange')
    .select('key')
    .where('scheduledFor', 'is not', null)
    .execute()
  return rows.map(row => row.key).toSorted()
}

eachDialect('stages of several servers', open => {
  it('come and go once each', async () => {
    await using database = await open()
    const scene = await stagingScene(database)
    const { round, run } = scene
    const stages = {
      survey: { from: soon(1200), to: soon(1300), graceMinutes: 0 },
      verification: { from: soon(1300), to: soon(1400), replyUntil: soon(1500) },
      jury: { from: soon(1600), to: soon(1700) },
    }
    await run.api.stages.move({ round, version: 5, stages, reason: 'In a hurry.' })
    await using _one = await serverOn(scene, database)
    // An embedded database has one server.
    await using _two = database.url === null ? null : await serverOn(scene, database)
    await using _three = database.url === null ? null : await serverOn(scene, database)
    const row = await database.db.selectFrom('round').selectAll().executeTakeFirstOrThrow()
    const planned = plannedIn(row, await stagesOf(database.db, round))
    expect(planned.length).toBe(7)
    await vi.waitUntil(async () => (await changes(database)).length === 7, { timeout: 20_000 })
    expect(await changes(database)).toEqual(planned.map(keyOf).toSorted())
    expect(await verify(database.db)).toBe(null)
  })

  it('are changed once where a server is killed in the middle of the change', async ({ skip }) => {
    await using database = await open()
    if (database.url === null) skip('an embedded database has one server')
    const scene = await stagingScene(database)
    const { round, run, organiser } = scene
    await evaluateRound(organiser, round)
    await undate(scene)
    await using lost = lostOn(database)
    await lost.says('ready')
    const at = soon(100)
    await run.api.stages.release({ round, at })
    await lost.says('midway')
    expect(await changes(database)).toEqual([])
    await lost.kill()
    await using _one = await serverOn(scene, database)
    await using _two = await serverOn(scene, database)
    const job = await vi.waitUntil(
      async () => {
        const row = await database.db.selectFrom('job').selectAll().where('dueAt', '=', at).executeTakeFirst()
        return row?.state === 'done' && row
      },
      { timeout: 25_000, interval: 50 },
    )
    expect(job.attempts).toBe(2)
    expect(await changes(database)).toEqual([`stage/${round}/publication/released/${at}`])
    expect(await database.db.selectFrom('publication').select(['roundId', 'version']).execute()).toEqual([
      { roundId: round, version: 1 },
    ])
    expect(await verify(database.db)).toBe(null)
  })
})
