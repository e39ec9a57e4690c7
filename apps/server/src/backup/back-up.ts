import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { integrityOf } from '../audit/integrity.ts'
import { executed } from '../db/migrate.ts'
import type { Db, OpenDatabase } from '../db/open.ts'
import { StartupError } from '../startup-error.ts'
import { type AddPart, type Part, writeArchive } from './archive.ts'
import { filesIn, readKept } from './files.ts'
import { MANIFEST, type Manifest } from './manifest.ts'
import { inSnapshot, rowsOf } from './snapshot.ts'
import { KEPT_TABLES, type TableName } from './tables.ts'

/** Bytes of rows in one part; a row is never divided. */
const PART_SIZE = 1 << 20

type Source = Pick<OpenDatabase, 'db' | 'dialect'> & { dataDir: string }

export type BackUpOptions = {
  withSecret: boolean
  at: string
  /** Hears the share that is done, 0 to 1. */
  onProgress?: (share: number) => void
}

/**
 * Writes a backup of everything as it stands at one moment, while servers go on: rows as lines of JSON, uploaded files,
 * and a manifest. SQLite and PostgreSQL give the same file.
 */
export async function backUp(source: Source, path: string, options: BackUpOptions): Promise<Manifest> {
  let made: Manifest | undefined
  await inSnapshot(source, connection =>
    writeArchive(path, async add => {
      made = await fill(add, { ...source, connection }, options)
      await add(MANIFEST, Buffer.from(`${JSON.stringify(made, null, 2)}\n`))
    }),
  )
  if (!made) throw new Error('A backup was written without a manifest.')
  return made
}

async function fill(
  add: AddPart,
  { connection, dialect, dataDir }: Source & { connection: Db },
  { withSecret, at, onProgress }: BackUpOptions,
): Promise<Manifest> {
  const parts: Part[] = []
  const rows: Manifest['rows'] = {}
  const integrity = await integrityOf(connection)
  const files = await filesIn(connection)
  const tables = await tablesOf(connection)
  const step = () => onProgress?.(++done / (tables.length + files.length))
  let done = 0
  for (const table of tables) {
    rows[table] = 0
    for await (const { bytes, count } of inParts(rowsOf(connection, dialect, table))) {
      parts.push(await add(`tables/${table}/${parts.length}.ndjson`, bytes))
      rows[table] += count
    }
    step()
  }
  const findings = [...integrity.findings]
  for (const file of files) {
    const { bytes, finding } = await readKept(dataDir, file)
    if (bytes) parts.push(await add(`uploads/${file.id}`, bytes))
    if (finding !== undefined) findings.push(finding)
    step()
  }
  if (withSecret) parts.push(await add('secret', await readSecret(dataDir)))
  const log = { rows: integrity.rows, head: integrity.head }
  return {
    format: 1,
    at,
    migrations: await executed(connection),
    log,
    findings,
    secret: withSecret,
    rows,
    parts,
  }
}

/** Those that there are: the database may be of an older version than this program. */
async function tablesOf(connection: Db): Promise<TableName[]> {
  const there = new Set((await connection.introspection.getTables()).map(table => table.name))
  return KEPT_TABLES.filter(table => there.has(table))
}

async function* inParts(rows: AsyncIterable<object>): AsyncGenerator<{ bytes: Buffer; count: number }> {
  let lines: string[] = []
  let size = 0
  const part = () => ({ bytes: Buffer.from(lines.join('')), count: lines.length })
  for await (const row of rows) {
    const line = `${JSON.stringify(row)}\n`
    lines.push(line)
    size += line.length
    if (size < PART_SIZE) continue
    yield part()
    lines = []
    size = 0
  }
  if (lines.length > 0) yield part()
}

async function readSecret(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'secret')
  if (!existsSync(path))
    throw new StartupError(
      `--with-secret: there is no ${path}. Where BETTER_AUTH_SECRET names the secret, keep that beside the backup.`,
    )
  return readFile(path)
}
