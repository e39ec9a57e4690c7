import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seatCrowd, whatStands } from '@tumstock/server/crowd'
import { expect, it, vi } from 'vitest'
import { openCrowdRound } from '../crowd-round.ts'
import { startPostgres } from '../postgres.ts'
import { type ServerProcess, startServer } from '../server-process.ts'
import { visitAs } from './create-world.ts'

const LETTERS = 20

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'tumstock-servers-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

const inputOf = (value: object) => `input=${encodeURIComponent(JSON.stringify(value))}`

/** Reads on until `words` have been said once more. */
async function hear(reader: ReadableStreamDefaultReader<string>, words: string): Promise<void> {
  for (;;) {
    const { done, value = '' } = await reader.read()
    if (value.includes(words)) return
    if (done) throw new Error(`The stream ended before it said ${words}.`)
  }
}

it('shows at one server what is saved at another, and loses no answer and no letter when one is killed', async () => {
  await using data = await folder()
  await using postgres = await startPostgres()
  const where = { dataDir: data.path, databaseUrl: postgres.url }
  const environment = { DATA_DIR: data.path, DATABASE_URL: postgres.url }
  await using one = await startServer(environment)
  const admin = await visitAs('admin', one)
  const round = await openCrowdRound(admin)
  const [lead] = await seatCrowd(where, { round, people: 1 })
  const { entry = '', cookie = '' } = lead ?? {}
  await using two = await startServer(environment)
  const save = async (at: ServerProcess, question: string, version = 0) => {
    const response = await fetch(`${at.url}/api/trpc/answers.save`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ round, entry, question, value: `at ${at.pid}`, version }),
    })
    return response.status
  }

  const stream = await fetch(`${two.url}/api/trpc/answers.watch?${inputOf({ round, entry })}`, {
    headers: { cookie, accept: 'text/event-stream' },
  })
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  // Everything as it begins, then what changes.
  await hear(reader, '"answers"')
  expect(await save(one, 'q1')).toBe(200)
  await hear(reader, '"answers"')
  await reader.cancel()
  expect([await save(two, 'q1'), await save(two, 'q2')]).toEqual([409, 200])

  const elsewhere = await visitAs('admin', { url: two.url, greeting: one.greeting })
  const invite = (at: typeof admin, from: number) =>
    Promise.all(
      Array.from({ length: LETTERS / 2 }, (_, i) =>
        at.api.seats.invite.mutate({
          round,
          people: [{ email: `observer-${from + i}@world.example`, name: 'Observer', role: 'observer' }],
        }),
      ),
    )
  await Promise.all([invite(admin, 0), invite(elsewhere, LETTERS / 2), save(one, 'q3')])
  await one.kill()
  expect([await save(two, 'q4'), await save(two, 'q5')]).toEqual([200, 200])

  await vi.waitUntil(
    async () => (await elsewhere.api.mail.list.query({})).letters.every(letter => letter.state === 'kept'),
    { timeout: 60_000, interval: 200 },
  )
  const outbox = await readdir(join(data.path, 'outbox'))
  const { letters } = await elsewhere.api.mail.list.query({})
  expect([letters.length, outbox.length]).toEqual([LETTERS, LETTERS])

  const { entries, integrity } = await whatStands(where, round)
  expect(integrity.findings).toEqual([])
  expect(
    entries
      .get(entry)
      ?.answers.map(answer => answer.question)
      .toSorted(),
  ).toEqual(['q1', 'q2', 'q3', 'q4', 'q5'])
}, 120_000)
