import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { audited } from '../audit/service.ts'
import { sha256 } from '../canonical.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { type Db, type OpenDatabase, openDatabase } from '../db/open.ts'
import { backUp } from './back-up.ts'
import { checkArchive } from './manifest.ts'
import { restore } from './restore.ts'
import type { Row } from './snapshot.ts'
import { KEPT_TABLES, TABLES } from './tables.ts'

const AT = '2014-06-01T12:00:00.000Z'
const options = { withSecret: false, at: AT }

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'tumstock-backup-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

const actor = ({ db, dialect }: Pick<OpenDatabase, 'db' | 'dialect'>) => ({
  db,
  dialect,
  user: null,
  now: () => AT,
})

const note = (database: OpenDatabase, subject: string, detail: object = {}, action = 'rounds.open') =>
  audited(actor(database), action, async () => ({ subject, detail, result: null }))

/** One row of each table in which every text is the same: whatever names another row names the one that there is. */
async function fill(database: OpenDatabase, dataDir: string): Promise<void> {
  const text = 'x-1 «æøå» "\n'
  const body = '{"a":1}'
  const known: Record<string, Row> = {
    publication: { body, sha256: sha256(body), version: 1 },
    submission: { body, sha256: sha256(body) },
    upload: { id: 'file-1', sha256: sha256('bytes') },
  }
  const tables = await database.db.introspection.getTables()
  const db = database.db.withTables<Record<string, Row>>()
  for (const name of TABLES.filter(one => one !== 'audit')) {
    const columns = tables.find(table => table.name === name)?.columns ?? []
    const row = Object.fromEntries(
      columns.map(({ name, dataType }) => [
        name,
        /^text/i.test(dataType) ? text : /^int/i.test(dataType) ? 7 : 0.1 + 0.2,
      ]),
    )
    await db
      .insertInto(name)
      .values({ ...row, ...known[name] })
      .execute()
  }
  await note(database, `round/${text}`, { version: 1, sha256: sha256(body) })
  await note(database, `round/${text}/entry/${text}`, { sha256: sha256(body) }, 'answers.submit')
  await writeFile(join(dataDir, 'uploads', 'file-1'), 'bytes')
}

const contentOf = async (db: Db): Promise<Record<string, unknown[]>> => {
  const all: Record<string, unknown[]> = {}
  for (const table of TABLES) all[table] = await db.selectFrom(table).selectAll().execute()
  return all
}

async function place() {
  const dir = await folder()
  await mkdir(join(dir.path, 'uploads'))
  return dir
}

eachDialect('backup', open => {
  it('gives back every row and file, into either database, without what lets somebody in', async () => {
    await using memory = await openDatabase({ memory: true }, () => undefined).then(one => ({
      ...one,
      [Symbol.asyncDispose]: one.close,
    }))
    await using other = await open()
    await using from = await place()
    await using to = await place()
    const path = join(from.path, 'backup.tar.gz')
    for (const [source, target] of [
      [memory, other],
      [other, memory],
    ] as const) {
      if (source === memory) await fill(source, from.path)
      await writeFile(join(to.path, 'another file'), 'stays')
      await writeFile(join(to.path, 'uploads', 'of-before'), 'goes')
      const before = await contentOf(source.db)
      await backUp({ ...source, dataDir: from.path }, path, options)
      const manifest = await checkArchive(path)
      await restore({ ...target, dataDir: to.path }, path, { manifest })
      expect(await contentOf(target.db)).toEqual({ ...before, session: [], verification: [], presence: [] })
      expect(await readFile(join(to.path, 'uploads', 'file-1'), 'utf8')).toBe('bytes')
      expect((await readdir(to.path)).toSorted()).toEqual(['another file', 'uploads'])
      expect([(await stat(path)).mode & 0o777, manifest.findings, Object.keys(manifest.rows)]).toEqual([
        0o600,
        [],
        [...KEPT_TABLES],
      ])
      await rm(path)
    }
  })

  it('holds one moment, whatever is written while it is made', async () => {
    await using source = await open()
    await using from = await place()
    await note(source, 'round/first')
    const path = join(from.path, 'backup.tar.gz')
    let written: Promise<unknown> | undefined
    await backUp({ ...source, dataDir: from.path }, path, {
      ...options,
      onProgress: () => {
        written ??= note(source, 'round/second')
      },
    })
    await written
    const { log, rows } = await checkArchive(path)
    expect([log.rows, rows.audit]).toEqual([1, 1])
  })

  it('refuses a damaged file and leaves everything as it was', async () => {
    await using source = await open()
    await using from = await place()
    await note(source, 'round/first')
    const path = join(from.path, 'backup.tar.gz')
    await backUp({ ...source, dataDir: from.path }, path, options)
    const whole = await readFile(path)
    const damaged = async (bytes: Buffer) => {
      await writeFile(path, bytes)
      return checkArchive(path).then(
        () => 'taken',
        (error: Error) => error.message.replace(path, '…'),
      )
    }
    const text = gunzipSync(whole).toString('latin1')
    const changed = text.replace('round/first', 'round/worst')
    expect([
      await damaged(whole.subarray(0, whole.length / 2)),
      await damaged(gzipSync(Buffer.from(changed, 'latin1'))),
      await damaged(Buffer.from('nothing of the kind')),
      await damaged(whole),
    ]).toEqual([
      '… is not a whole backup: unexpected end of file. Nothing was changed.',
      expect.stringMatching(/^… is not a whole backup: tables\/audit\/\d+\.ndjson does not have the SHA-256/),
      '… is not a whole backup: incorrect header check. Nothing was changed.',
      'taken',
    ])
  })

  it('restores a log with what was tampered with in it, and none that differs from what was backed up', async () => {
    await using source = await open()
    await using target = await open()
    await using from = await place()
    for (const subject of ['a', 'b', 'c']) await note(source, subject)
    await source.db.updateTable('audit').set({ subject: 'z' }).where('seq', '=', 2).execute()
    const path = join(from.path, 'backup.tar.gz')
    const made = await backUp({ ...source, dataDir: from.path }, path, options)
    expect(made.findings).toEqual(['audit row 2 has been tampered with'])
    await note(target, 'stays')
    const other = { ...made, log: { ...made.log, head: sha256('another') } }
    const at = { ...target, dataDir: from.path }
    await expect(restore(at, path, { manifest: other })).rejects.toThrow('the audit log ends otherwise')
    const left = await target.db.selectFrom('audit').select('subject').execute()
    expect(left).toEqual([{ subject: 'stays' }])
    await restore(at, path, { manifest: made })
    const now = await target.db.selectFrom('audit').select('subject').orderBy('seq').execute()
    expect(now.map(row => row.subject)).toEqual(['a', 'z', 'c'])
  })
})
