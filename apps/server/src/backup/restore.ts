import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { integrityOf } from '../audit/integrity.ts'
import { MIGRATIONS, migrateUpTo } from '../db/migrate.ts'
import type { Db, OpenDatabase } from '../db/open.ts'
import { uploadPath, uploadsFolder } from '../entries/uploads.ts'
import { StartupError } from '../startup-error.ts'
import { partsIn } from './archive.ts'
import type { Manifest } from './manifest.ts'
import type { Row } from './snapshot.ts'
import { KEPT_TABLES, type TableName } from './tables.ts'
import { dropAll, holdAlone } from './target.ts'

type Target = Pick<OpenDatabase, 'db' | 'dialect'> & { dataDir: string }

export type RestoreOptions = {
  manifest: Manifest
  /** Backs up what is there before it is replaced. */
  secure?: (connection: Db) => Promise<unknown>
  /** Hears the share that is done, 0 to 1. */
  onProgress?: (share: number) => void
}

/**
 * Puts a backup in the place of what is there, in one transaction: it stands as a whole, or nothing of it does.
 *
 * @param path of an archive that has been checked
 */
export async function restore(target: Target, path: string, options: RestoreOptions): Promise<void> {
  const { db, dialect, dataDir } = target
  const { manifest } = options
  const unknown = manifest.migrations.filter(name => !MIGRATIONS.includes(name))
  if (unknown.length > 0)
    throw new StartupError(
      `${path} is of a newer version of Tumstock (it knows ${unknown.join(', ')}). Restore it with that version.`,
    )
  await db.connection().execute(async connection => {
    await holdAlone(connection, dialect)
    await options.secure?.(connection)
    await sql`begin`.execute(connection)
    try {
      await dropAll(connection, dialect)
      await migrateUpTo(connection, manifest.migrations.at(-1) ?? '')
      await load({ ...target, db: connection }, path, options)
      await migrateUpTo(connection, MIGRATIONS.at(-1) ?? '')
      await checkLoaded(connection, dialect, manifest)
      await sql`commit`.execute(connection)
    } catch (error) {
      await sql`rollback`.execute(connection)
      throw error
    }
  })
  await forgetStrayUploads(db, dataDir)
}

async function load(target: Target, path: string, { manifest, onProgress }: RestoreOptions): Promise<void> {
  let done = 0
  for await (const { name, bytes } of partsIn(path)) {
    const [kind, id = ''] = name.split('/')
    if (kind === 'tables') await insertRows(target.db, tableNamed(id), rowsIn(bytes))
    if (kind === 'uploads' && isFileName(id)) await put(uploadPath(target.dataDir, id), bytes)
    if (kind === 'secret') await put(join(target.dataDir, 'secret'), bytes)
    onProgress?.(++done / (manifest.parts.length + 1))
  }
}

const tableNamed = (name: string): TableName => {
  const table = KEPT_TABLES.find(one => one === name)
  if (!table) throw new StartupError(`The backup holds a table ${name}, which this version does not know.`)
  return table
}

const rowsIn = (bytes: Buffer): Row[] =>
  bytes
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Row)

/** Never a path out of its folder. */
const isFileName = (id: string): boolean => /^[\w-]+$/.test(id)

/** Values in one statement: below the number of parameters that either database takes. */
const MOST_VALUES = 20_000

async function insertRows(db: Db, table: TableName, rows: readonly Row[]): Promise<void> {
  const at = Math.max(1, Math.floor(MOST_VALUES / Object.keys(rows[0] ?? {}).length))
  for (let from = 0; from < rows.length; from += at)
    await db
      .withTables<Record<TableName, Row>>()
      .insertInto(table)
      .values(rows.slice(from, from + at))
      .execute()
}

/** Whole or not at all, and on disk. */
async function put(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(`${path}.new`, bytes, { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
}

/** What was loaded is what was backed up: as many rows, and the same log to its end. */
async function checkLoaded(
  connection: Db,
  dialect: OpenDatabase['dialect'],
  manifest: Manifest,
): Promise<void> {
  const wrong = (what: string) =>
    new StartupError(`The backup cannot be restored: ${what}. Nothing was changed.`)
  for (const [table, rows] of Object.entries(manifest.rows)) {
    const counted = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
      connection,
    )
    if (counted.rows[0]?.n !== rows) throw wrong(`${table} has ${counted.rows[0]?.n} rows instead of ${rows}`)
  }
  if (dialect === 'sqlite') {
    const broken = await sql<{ table: string }>`pragma foreign_key_check`.execute(connection)
    if (broken.rows.length > 0) throw wrong(`rows of ${broken.rows[0]?.table} name what is not there`)
  }
  const { rows, head, findings } = await integrityOf(connection)
  if (rows !== manifest.log.rows || head !== manifest.log.head) throw wrong('the audit log ends otherwise')
  const news = findings.filter(one => !manifest.findings.includes(one))
  if (news.length > 0) throw wrong(news.join('; '))
}

/** Files of what was there before hold what somebody sent, and nobody would ever remove them. */
async function forgetStrayUploads(db: Db, dataDir: string): Promise<void> {
  const folder = uploadsFolder(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const known = new Set((await db.selectFrom('upload').select('id').execute()).map(row => row.id))
  for (const name of await readdir(folder))
    if (!known.has(name)) await rm(join(folder, name), { force: true })
}
