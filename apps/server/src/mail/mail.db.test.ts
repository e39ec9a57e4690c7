import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { asRole, installationOn, NOON, refusalOf } from '../context.fixture.ts'
import type { TestDatabase } from '../db/each-dialect.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { bySmtp } from './by-smtp.ts'
import type { Mailer } from './mailer.ts'
import { type Letter, MAIL, post, postAll } from './post.ts'
import { resumeMail, sendMail } from './send.ts'
import { listLetters, retryLetter } from './service.ts'
import { smtpServer } from './smtp.fixture.ts'
import { toOutbox } from './to-outbox.ts'

const LETTER: Letter = {
  key: 'invitation/1',
  to: 'lead@dovre.example',
  subject: 'Deltakelse i målingen',
  text: 'Hei, Åse!\n\n.\nhttps://tumstock.example/join/secret\n',
}
const FROM = 'Tumstock <post@award.example>'

/** A desk from which letters go out, one job at a time. */
function deskOn(database: TestDatabase, mailer: Mailer) {
  const installation = installationOn(database)
  const run = sendMail(installation, mailer)
  const { db } = database
  const running = { signal: new AbortController().signal, onProgress: () => {} }
  return {
    admin: asRole(installation, 'admin'),
    post: (letter: Partial<Letter> = {}) =>
      db.transaction().execute(tx => post(installation, tx, { ...LETTER, ...letter })),
    postAll: (letters: Letter[]) => db.transaction().execute(tx => postAll(installation, tx, letters)),
    /** Runs what waits, as if its time had come; `loseIt`: the server is lost before the outcome is stored. */
    runAll: async ({ loseIt = false } = {}) => {
      const jobs = await db
        .selectFrom('job')
        .selectAll()
        .where('state', '=', 'queued')
        .where('kind', '=', MAIL)
        .orderBy('key')
        .execute()
      for (const job of jobs) {
        const keep = await run(JSON.parse(job.payload), running)
        if (loseIt) continue
        await db.transaction().execute(async tx => {
          await tx.updateTable('job').set({ state: 'done' }).where('id', '=', job.id).execute()
          await keep(tx, () => undefined)
        })
      }
    },
    letters: () =>
      db
        .selectFrom('mail')
        .select(['recipient', 'state', 'failure', 'text', 'attempts'])
        .orderBy('key')
        .execute(),
    waiting: () =>
      db.selectFrom('job').select('dueAt').where('state', '=', 'queued').where('kind', '=', MAIL).execute(),
  }
}

const headerOf = (raw: string, name: string) =>
  raw
    .split(/\r\n\r\n/)[0]
    ?.split(/\r\n(?![ \t])/)
    .filter(line => line.toLowerCase().startsWith(`${name}:`))

eachDialect('mail', open => {
  it('sends a letter once, whole, and forgets what it said', async () => {
    await using database = await open()
    await using server = await smtpServer()
    const mailer = bySmtp({ url: server.url, from: FROM })
    const desk = deskOn(database, mailer)
    expect([await desk.post(), await desk.post()]).toEqual([true, false])
    await desk.runAll()
    await desk.runAll()
    mailer.close()
    expect(server.received.map(one => one.to)).toEqual([['lead@dovre.example']])
    const raw = server.received[0]!.raw
    expect(headerOf(raw, 'to')).toEqual(['To: lead@dovre.example'])
    expect(headerOf(raw, 'from')).toEqual(['From: Tumstock <post@award.example>'])
    expect(raw.split('\r\n\r\n').slice(1).join('\r\n\r\n').replaceAll('=\r\n', '')).toContain(
      'https://tumstock.example/join/secret',
    )
    expect(await desk.letters()).toEqual([
      { recipient: LETTER.to, state: 'sent', failure: null, text: '', attempts: 0 },
    ])
  })

  it('sends a letter under the same Message-ID when it cannot know whether it went out before', async () => {
    await using database = await open()
    await using server = await smtpServer()
    const mailer = bySmtp({ url: server.url, from: FROM })
    const desk = deskOn(database, mailer)
    await desk.post()
    await desk.runAll({ loseIt: true })
    await desk.runAll()
    mailer.close()
    const ids = server.received.map(one => headerOf(one.raw, 'message-id'))
    expect(ids.length).toBe(2)
    expect(ids[0]).toEqual(ids[1])
    expect(ids[0]?.[0]).toMatch(/^Message-ID: <[0-9a-f-]{36}@award\.example>$/)
  })

  it('lets nobody write a header or a second recipient into a letter', async () => {
    await using database = await open()
    await using server = await smtpServer()
    const mailer = bySmtp({ url: server.url, from: FROM })
    const desk = deskOn(database, mailer)
    await desk.post({ key: 'a', subject: 'Hei\r\nBcc: eve@evil.example\r\n\r\nOther text' })
    await desk.post({ key: 'b', to: 'lead@dovre.example\r\nBcc: eve@evil.example' })
    await desk.post({ key: 'c', to: 'lead@dovre.example, eve@evil.example' })
    await desk.post({ key: 'd', to: 'lead@dovre.example>\r\nRCPT TO:<eve@evil.example' })
    await desk.runAll()
    mailer.close()
    expect(server.received.flatMap(one => one.to)).toEqual(['lead@dovre.example'])
    expect(server.received.map(one => headerOf(one.raw, 'bcc'))).toEqual([[]])
    expect(server.received.map(one => headerOf(one.raw, 'subject'))).toEqual([
      ['Subject: Hei Bcc: eve@evil.example Other text'],
    ])
    expect((await desk.letters()).map(one => one.state)).toEqual(['sent', 'failed', 'failed', 'failed'])
  })

  it('gives up on an address that is refused, says why, and tries again when asked', async () => {
    await using database = await open()
    let code = 550
    await using server = await smtpServer(() => code)
    const mailer = bySmtp({ url: server.url, from: FROM })
    const desk = deskOn(database, mailer)
    await desk.post()
    await desk.runAll()
    const [failed] = (await listLetters(desk.admin, null, null)).letters
    expect([failed?.state, failed?.failure, failed?.text]).toEqual([
      'failed',
      '550 The mailbox says no.',
      null,
    ])
    code = 250
    await retryLetter(desk.admin, { id: failed!.id })
    expect(await refusalOf(retryLetter(desk.admin, { id: failed!.id }))).toBe('not-found')
    await desk.runAll()
    mailer.close()
    expect((await desk.letters()).map(one => [one.state, one.failure, one.text])).toEqual([
      ['sent', null, ''],
    ])
  })

  it('waits longer each time that a server has no time for it, and gives up after the sixth', async () => {
    await using database = await open()
    await using server = await smtpServer(() => 451)
    const mailer = bySmtp({ url: server.url, from: FROM })
    const desk = deskOn(database, mailer)
    await desk.post()
    const due: (string | null | undefined)[] = []
    for (let tried = 0; tried < 6; tried++) {
      await desk.runAll()
      due.push((await desk.waiting())[0]?.dueAt)
    }
    mailer.close()
    const after = (minutes: number) => new Date(Date.parse(NOON) + minutes * 60_000).toISOString()
    expect(due).toEqual([after(1), after(5), after(15), after(60), after(240), undefined])
    expect((await desk.letters()).map(one => [one.state, one.failure])).toEqual([
      ['failed', '451 The mailbox says no.'],
    ])
  })

  it('takes a letter up again whose job was given up with the servers that ran it', async () => {
    await using database = await open()
    await using server = await smtpServer()
    const mailer = bySmtp({ url: server.url, from: FROM })
    const desk = deskOn(database, mailer)
    await desk.post()
    await database.db.updateTable('job').set({ state: 'failed' }).execute()
    await resumeMail(desk.admin)
    await resumeMail(desk.admin)
    await desk.runAll()
    await desk.runAll()
    mailer.close()
    expect(server.received.map(one => one.to)).toEqual([['lead@dovre.example']])
    expect((await desk.letters()).map(one => one.state)).toEqual(['sent'])
  })

  it('keeps letters in the data folder for this user alone where no server is set, and shows what they say', async () => {
    await using database = await open()
    const dataDir = await mkdtemp(join(tmpdir(), 'tumstock-outbox-'))
    const desk = deskOn(database, toOutbox(dataDir))
    await desk.post()
    await desk.runAll()
    const files = await readdir(join(dataDir, 'outbox'))
    const path = join(dataDir, 'outbox', files[0] ?? '')
    expect([files.length, files[0]?.startsWith('2014-06-01T12-00-00.000Z-')]).toEqual([1, true])
    expect([(await stat(path)).mode & 0o777, (await stat(join(dataDir, 'outbox'))).mode & 0o777]).toEqual([
      0o600, 0o700,
    ])
    expect(headerOf(await readFile(path, 'utf8'), 'to')).toEqual(['To: lead@dovre.example'])
    const { letters, counts } = await listLetters(desk.admin, null, null)
    expect(letters.map(one => [one.state, one.text])).toEqual([['kept', LETTER.text]])
    expect(counts).toEqual({ kept: 1 })
    await rm(dataDir, { recursive: true })
  })

  it('pages through letters that were posted in one moment, and leaves none out', async () => {
    await using database = await open()
    const desk = deskOn(database, toOutbox(''))
    const many = Array.from({ length: 1203 }, (_, n) => ({
      ...LETTER,
      key: `n/${n}`,
      to: `n${n}@test.example`,
    }))
    expect(await desk.postAll([...many, many[0]!])).toBe(1203)
    const seen = new Set<string>()
    let after: Parameters<typeof listLetters>[2] = null
    let pages = 0
    do {
      const page: Awaited<ReturnType<typeof listLetters>> = await listLetters(desk.admin, null, after)
      for (const { recipient } of page.letters) seen.add(recipient)
      after = page.next
      pages++
    } while (after)
    expect([seen.size, pages]).toEqual([1203, 25])
  })
})
