import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seatCrowd, whatStands } from '@tumstock/server/crowd'
import { expect, it } from 'vitest'
import { openCrowdRound } from '../crowd-round.ts'
import { emptyLedger, writerOf } from '../kill/writer.ts'
import { startPostgres } from '../postgres.ts'
import { startServer } from '../server-process.ts'
import { visitAs } from './create-world.ts'

const cli = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url))

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'tumstock-points-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

type Environment = { DATA_DIR: string; DATABASE_URL?: string }

const tumstock = (env: Environment, ...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>(resolve => {
    const options = { env: { PATH: process.env.PATH ?? '', ...env } }
    const child = execFile(process.execPath, [cli, ...args], options, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })

it('backs up while people save, restores into another database, and lets nobody in by an old session', async () => {
  await using from = await folder()
  await using to = await folder()
  await using points = await folder()
  await using postgres = await startPostgres()
  await using server = await startServer({ DATA_DIR: from.path })
  const round = await openCrowdRound(await visitAs('admin', server))
  const source = { dataDir: from.path, databaseUrl: undefined }
  const crowd = await seatCrowd(source, { round, people: 4 })
  const writers = crowd.map(one => writerOf(server.url, round, one, emptyLedger()))
  const over = new AbortController()
  const saving = Promise.all(writers.map(one => one.run(over.signal)))
  const before = writers.map(({ known }) => new Map(known()))
  const made = await tumstock({ DATA_DIR: from.path }, 'backup', points.path)
  expect([made.code, made.err]).toEqual([0, ''])
  over.abort()
  await saving

  const target = { DATA_DIR: to.path, DATABASE_URL: postgres.url }
  const restored = await tumstock(target, 'restore', points.path)
  expect([restored.code, restored.err, restored.out.includes('everyone signs in anew')]).toEqual([
    0,
    '',
    true,
  ])
  const there = await whatStands({ dataDir: to.path, databaseUrl: postgres.url }, round)
  expect(there.integrity.findings).toEqual([])
  // What was acknowledged before it began is in it, and each entry as it was at one moment.
  const late = writers.flatMap(({ entry }, at) => {
    const answers = new Map(there.entries.get(entry)?.answers.map(one => [one.question, one.version]))
    return [...(before[at] ?? [])].filter(([question, { version }]) => (answers.get(question) ?? 0) < version)
  })
  const torn = [...there.entries.values()].filter(({ saves, version }) => saves.length !== version - 1)
  expect([late, torn]).toEqual([[], []])

  await using second = await startServer({ DATA_DIR: to.path, DATABASE_URL: postgres.url })
  const cookie = crowd[0]?.cookie ?? ''
  const me = await fetch(`${second.url}/api/trpc/people.me`, { headers: { cookie } })
  const { result } = (await me.json()) as { result: { data: { user: unknown } } }
  expect(result.data.user).toBe(null)
  const { api } = await visitAs('admin', { url: second.url, greeting: server.greeting })
  expect((await api.people.me.query()).role).toBe('admin')
  const used = await tumstock(target, 'restore', points.path, '--force')
  expect([used.code, used.err]).toEqual([
    2,
    'tumstock: The database is in use. Stop every server that uses it, then restore. Nothing was changed.\n',
  ])
  await second.stop()
  const again = await tumstock(target, 'restore', points.path, '--force')
  expect([again.code, again.err]).toEqual([0, ''])
  await using third = await startServer(target)
  expect((await fetch(`${third.url}/healthz`)).status).toBe(200)
}, 120_000)

it('goes back to a point, keeps what was there, and finds a log whose end is missing', async () => {
  await using data = await folder()
  await using points = await folder()
  const here = { DATA_DIR: data.path }
  await (await startServer(here)).stop()
  const first = await tumstock(here, 'backup', points.path, '--keep', '2')
  const whole = await tumstock(here, 'audit', 'verify')
  const [, head = ''] = /head (\w+)/.exec(whole.out) ?? []
  expect([first.code, whole.code, first.out.includes(`head ${head}\n`)]).toEqual([0, 0, true])
  const [name = ''] = await readdir(points.path)

  expect(await tumstock(here, 'restore', points.path)).toEqual({
    code: 2,
    out: '',
    err: 'tumstock: The installation is not empty. With --force it is backed up into its DATA_DIR first, and then replaced.\n',
  })
  expect((await tumstock(here, 'restore', points.path, '--to', '2001-01-01T00:00Z')).err).toMatch(
    /^tumstock: .* has no backup from 2001-01-01T00:00:00\.000Z or before\. The oldest is from /,
  )
  // A change after the point, undone by going back to it, and there again from what was kept.
  await (await startServer(here)).stop()
  const later = await tumstock(here, 'restore', join(points.path, name), '--force')
  expect([later.code, later.err]).toEqual([0, ''])
  const kept = (await readdir(data.path)).filter(file => file.startsWith('before-restore-'))
  expect([kept.length, (await tumstock(here, 'audit', 'verify', '--head', head)).code]).toEqual([1, 0])

  const stranger = 'f'.repeat(64)
  const missing = await tumstock(here, 'audit', 'verify', '--head', stranger)
  expect([missing.code, missing.out.split('\n')[0]]).toEqual([
    1,
    `the audit log does not hold ${stranger}: rows have been cut off or written anew`,
  ])
}, 120_000)
