import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Stands, seatCrowd, whatStands } from '@tumstock/server/crowd'
import { openCrowdRound } from '../crowd-round.ts'
import { freePort } from '../free-port.ts'
import { startPostgres } from '../postgres.ts'
import { startServer } from '../server-process.ts'
import { visitAs } from '../world/create-world.ts'
import { emptyLedger, type Ledger, type Writer, writerOf } from './writer.ts'

export type KillCase = {
  database: 'sqlite' | 'postgres'
  /** Whose processes end without a last word. */
  victim: 'server' | 'postgres'
  kills: number
  /** Who save at the same time. */
  writers: number
}

export type KillReport = Ledger & {
  /** Milliseconds until the server, or PostgreSQL, was up again. */
  recoveries: number[]
}

/** Saves in flight or done between two kills, and milliseconds after the last of them. */
const SAVES = [1, 120] as const
const AFTER = 25

/**
 * Kills the server or PostgreSQL again and again while answers are saved, and looks each time whether every acknowledged
 * answer is there; in the end whether answers, versions and log tell the same.
 */
export async function killUnderLoad({ database, victim, kills, writers }: KillCase): Promise<KillReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tumstock-kill-'))
  await using postgres = database === 'postgres' ? await startPostgres({ durable: true }) : null
  const databaseUrl = postgres?.url
  const port = String(await freePort())
  const start = () => startServer({ DATA_DIR: dataDir, PORT: port, DATABASE_URL: databaseUrl })
  let server = await start()
  try {
    const round = await openCrowdRound(await visitAs('admin', server))
    const crowd = await seatCrowd({ dataDir, databaseUrl }, { round, people: writers })
    const ledger = emptyLedger()
    const all = crowd.map(one => writerOf(server.url, round, one, ledger))
    const over = new AbortController()
    const running = Promise.all(all.map(one => one.run(over.signal))).finally(() => over.abort())
    const recoveries: number[] = []
    const kill = async () => {
      while (recoveries.length < kills && !over.signal.aborted) {
        const until = ledger.sent + randomInt(...SAVES)
        while (ledger.sent < until && !over.signal.aborted) await setTimeout(1)
        await setTimeout(randomInt(AFTER))
        const at = performance.now()
        if (victim === 'postgres') await postgres?.crash()
        else {
          await server.kill()
          server = await start()
        }
        recoveries.push(performance.now() - at)
      }
      over.abort()
    }
    const killing = kill()
    await running.finally(() => killing)
    await server.kill()
    const stands = await whatStands({ dataDir, databaseUrl }, round)
    return {
      ...ledger,
      wrong: [...ledger.wrong, ...all.flatMap(one => differences(one, stands)), ...stands.integrity.findings],
      recoveries,
    }
  } finally {
    await server.kill()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** What is in the database otherwise than it was acknowledged, and what was written by halves. */
function differences({ entry, known }: Writer, { entries }: Stands): string[] {
  const there = entries.get(entry)
  if (!there) return [`${entry}: gone`]
  const answers = new Map(there.answers.map(one => [one.question, one]))
  const saves = new Set(there.saves.map(one => `${one.question} ${one.version}`))
  return [
    ...[...known()].flatMap(([question, { value, version }]) => {
      const found = answers.get(question) ?? { value: null, version: 0 }
      if (found.value === value && found.version === version) return []
      return [`${entry} ${question}: acknowledged version ${version}, in the database ${found.version}`]
    }),
    // Each save grows the entry by one and writes one line: all three, or none.
    ...(there.saves.length === there.version - 1
      ? []
      : [`${entry}: version ${there.version} after ${there.saves.length} lines in the log`]),
    ...there.answers
      .filter(one => !saves.has(`${one.question} ${one.version}`))
      .map(one => `${entry} ${one.question}: version ${one.version} is not in the log`),
  ]
}
