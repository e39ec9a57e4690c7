/**
 * `pnpm bench:rush [--postgres] [--seconds 300] [--people 2000] [--rate 400] [--dashboards 3]`: the last minutes before a deadline. Everyone
 * is signed in and saves one answer after another, while the organiser has the response dashboard open.
 */
import { spawn } from 'node:child_process'
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Stands, seatCrowd, whatStands } from '@tumstock/server/crowd'
import { openCrowdRound } from '../../crowd-round.ts'
import { startPostgres } from '../../postgres.ts'
import { startServer } from '../../server-process.ts'
import { visitAs } from '../../world/create-world.ts'
import { line, ms } from '../measure.ts'
import { cpuOf } from './cpu.ts'
import { lookOn } from './dashboard.ts'
import type { Acknowledged, Order, Seen } from './order.ts'

const { values } = parseArgs({
  options: {
    postgres: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '300' },
    people: { type: 'string', default: '2000' },
    rate: { type: 'string', default: '400' },
    dashboards: { type: 'string', default: '3' },
  },
})
const people = Number(values.people)
const rate = Number(values.rate)
const seconds = Number(values.seconds)
const dashboards = Number(values.dashboards)
/** What is compiled while it is first used would be measured with it. */
const WARM_UP = 10
const FLOOR = 20

const dataDir = await mkdtemp(join(tmpdir(), 'tumstock-rush-'))

async function load(order: Order): Promise<Seen> {
  const file = join(dataDir, 'order.json')
  await writeFile(file, JSON.stringify(order))
  const program = fileURLToPath(new URL('./load-process.ts', import.meta.url))
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  return JSON.parse(await text(child.stdout)) as Seen
}

/** Waiting for the disk once, by a file that grows by a page: what no save can be quicker than. */
function diskFloor(): { p50: number; p99: number } {
  const file = openSync(join(dataDir, 'floor'), 'w')
  const page = Buffer.alloc(4096, 1)
  const times = Array.from({ length: 300 }, () => {
    const start = performance.now()
    writeSync(file, page)
    fdatasyncSync(file)
    return performance.now() - start
  }).sort((a, b) => a - b)
  closeSync(file)
  return { p50: times[150] ?? 0, p99: times[297] ?? 0 }
}

function lostOf(acknowledged: Acknowledged, { entries }: Stands): number {
  let lost = 0
  for (const [entry, questions] of Object.entries(acknowledged)) {
    const there = new Map(entries.get(entry)?.answers.map(one => [one.question, one]))
    for (const [question, { value, version }] of Object.entries(questions)) {
      const found = there.get(question)
      if (found?.value !== value || found.version !== version) lost++
    }
  }
  return lost
}

const times = ({ p50, p95, p99, max }: Seen): string => [p50, p95, p99, max].map(ms).join(' · ')

await using postgres = values.postgres ? await startPostgres({ durable: true }) : null
const databaseUrl = postgres?.url
{
  await using server = await startServer({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl })
  const organiser = await visitAs('admin', server)
  const round = await openCrowdRound(organiser)
  const crowd = await seatCrowd({ dataDir, databaseUrl }, { round, people })
  const cpu = async () => ({
    server: cpuOf([server.pid]),
    database: postgres ? cpuOf(await postgres.processes()) : 0,
  })
  const order = { url: server.url, round, crowd, rate }
  console.log(
    `${people} people, ${rate} saves a second for ${seconds} s on ${values.postgres ? 'PostgreSQL' : 'SQLite'}, ${dashboards} dashboards open\n`,
  )
  const warm = await load({ ...order, seconds: WARM_UP, floor: false, from: {} })
  const over = new AbortController()
  const looking = Promise.all(Array.from({ length: dashboards }, () => lookOn(organiser, round, over.signal)))
  const before = { cpu: await cpu(), at: performance.now() }
  // Whoever saved in the warm-up goes on from there.
  const seen = await load({ ...order, seconds, floor: false, from: warm.acknowledged })
  const after = await cpu()
  const took = (performance.now() - before.at) / 1000
  over.abort()
  const looked = await looking
  const floor = await load({ ...order, seconds: FLOOR, floor: true, from: {} })
  const disk = diskFloor()
  await server.stop()
  const stands = await whatStands({ dataDir, databaseUrl }, round)

  const failed = Object.values(seen.errors).reduce((sum, count) => sum + count, 0)
  const lost = lostOf(seen.acknowledged, stands)
  line('saves acknowledged', String(seen.answered - failed), `${seen.perSecond.toFixed(1)} a second`)
  line('  p50 · p95 · p99 · longest', '', times(seen))
  line(
    '  /healthz at the same rate',
    '',
    `${times(floor)} (p99 of a save ${(seen.p99 / floor.p99).toFixed(1)} ×)`,
  )
  line('  one wait for the disk, p50 · p99', '', `${ms(disk.p50)} · ${ms(disk.p99)}`)
  line('  the load process itself late, p99', ms(seen.lag))
  line('errors', String(failed), JSON.stringify(seen.errors))
  line('lost or changed', String(lost), `${stands.integrity.rows} rows in the log`)
  for (const finding of stands.integrity.findings) line('  finding', finding)
  const refreshes = looked.reduce((sum, one) => sum + one.refreshes, 0)
  const slowest = Math.max(0, ...looked.map(one => one.slowest))
  line(
    'dashboard refreshed',
    String(refreshes),
    `slowest ${ms(slowest)}, failed ${looked.reduce((sum, one) => sum + one.failed, 0)}`,
  )
  const share = (of: 'server' | 'database') => `${(((after[of] - before.cpu[of]) / took) * 100).toFixed(0)} %`
  line('processor, server', share('server'), 'of one core')
  if (postgres) line('processor, database', share('database'), 'of one core')
  if (failed > 0 || lost > 0 || stands.integrity.findings.length > 0) process.exitCode = 1
}
await rm(dataDir, { recursive: true, force: true })
