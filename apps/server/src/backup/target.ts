import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Config } from '../config.ts'
import { connect, type DatabasePlace, type Db, type OpenDatabase } from '../db/open.ts'
import { StartupError } from '../startup-error.ts'
import { TABLES } from './tables.ts'

/** Tables that stand beside ours and come with them. */
const LEDGER = ['kysely_migration', 'kysely_migration_lock']

/** Of the jobs' runner on PostgreSQL; it is made anew, and finds the jobs in their own table. */
const RUNNER = 'graphile_worker'

type Where = Pick<Config, 'dataDir' | 'databaseUrl'>

const fail = (error: Error) => {
  throw error
}

const databaseFile = (dataDir: string) => join(dataDir, 'tumstock.sqlite')

/** Opens a database that is there, without bringing it to this version. */
export function connectTo({ dataDir, databaseUrl }: Where): OpenDatabase {
  if (databaseUrl === undefined && !existsSync(databaseFile(dataDir)))
    throw new StartupError(`There is no database in DATA_DIR ${dataDir}.`)
  return connectAnyway({ dataDir, databaseUrl })
}

/** The same, making an empty one where there is none. */
export function connectAnyway({ dataDir, databaseUrl }: Where): OpenDatabase {
  const place: DatabasePlace = databaseUrl === undefined ? { folder: dataDir } : { url: databaseUrl }
  return connect(place, fail)
}

/** What of ours is in the database. @throws StartupError where there is somebody else's, which no restore may touch */
export async function tablesIn(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  const here = tables.filter(table => table.schema !== RUNNER).map(table => table.name)
  const ours: readonly string[] = [...TABLES, ...LEDGER]
  const strange = here.filter(name => !ours.includes(name))
  if (strange.length > 0)
    throw new StartupError(
      `The database holds tables that are not Tumstock's (${strange.join(', ')}). Restore into a database of its own.`,
    )
  return here
}

export async function dropAll(connection: Db, dialect: OpenDatabase['dialect']): Promise<void> {
  const cascade = sql.raw(dialect === 'postgres' ? 'cascade' : '')
  for (const table of await tablesIn(connection))
    await sql`drop table ${sql.table(table)} ${cascade}`.execute(connection)
  if (dialect === 'postgres') await sql`drop schema if exists ${sql.id(RUNNER)} cascade`.execute(connection)
}

/** @throws StartupError while a server, or anyone else, has the database open */
export async function holdAlone(connection: Db, dialect: OpenDatabase['dialect']): Promise<void> {
  const inUse = () =>
    new StartupError(
      'The database is in use. Stop every server that uses it, then restore. Nothing was changed.',
    )
  if (dialect === 'postgres') {
    const others = await sql`select pid from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(connection)
    if (others.rows.length > 0) throw inUse()
    return
  }
  await sql`pragma busy_timeout = 0`.execute(connection)
  await sql`pragma locking_mode = exclusive`.execute(connection)
  // Tables come and go before what they name does; what is broken in the end is looked for before it stands.
  await sql`pragma foreign_keys = off`.execute(connection)
  try {
    await sql`begin exclusive`.execute(connection)
    await sql`rollback`.execute(connection)
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') throw inUse()
    throw error
  }
}
