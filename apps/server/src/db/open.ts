import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { StartupError } from '../startup-error.ts'
import { keepStatements } from './kept-statements.ts'
import { migrate } from './migrate.ts'
import { NamingClient } from './naming-client.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>
/** Inside a transaction use nothing but this: SQLite has one connection, and `db` would wait for it for ever. */
export type Tx = Transaction<Schema>

export type OpenDatabase = {
  db: Db
  dialect: 'sqlite' | 'postgres'
  /** Where the PostgreSQL is, for what keeps connections of its own. */
  url: string | null
  close: () => Promise<void>
}

/** Where the database is: a PostgreSQL address, a folder for the embedded file, or memory. */
export type DatabasePlace = { url: string } | { folder: string } | { memory: true }

/** Opens and migrates. `onError` hears of connections that PostgreSQL drops while they are idle. */
export async function openDatabase(
  place: DatabasePlace,
  onError: (error: Error) => void,
): Promise<OpenDatabase> {
  let opened: OpenDatabase | undefined
  try {
    opened = connect(place, onError)
    await migrate(opened.db)
    return opened
  } catch (error) {
    await opened?.close()
    if (error instanceof StartupError) throw error
    throw new StartupError(`The database cannot be used: ${whyOf(error)}`, { cause: error })
  }
}

/** Opens a database as it is. */
export const connect = (place: DatabasePlace, onError: (error: Error) => void): OpenDatabase =>
  'url' in place ? openPostgres(place.url, onError) : openSqlite(place)

/** Several addresses that all refuse a connection are an error without a message of its own. */
const whyOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(whyOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

function openSqlite(place: { folder: string } | { memory: true }): OpenDatabase {
  const database = new Sqlite('memory' in place ? ':memory:' : join(place.folder, 'tumstock.sqlite'))
  database.pragma('journal_mode = WAL')
  // FULL, so that an acknowledged save is on disk before the answer is sent.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  // Fails on a file that cannot be written, which reading it would not show.
  database.exec('begin immediate; rollback')
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepStatements(database) }) })
  return { db, dialect: 'sqlite', url: null, close: () => db.destroy() }
}

function openPostgres(url: string, onError: (error: Error) => void): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    Client: NamingClient,
    // A request asks a few small things one after another; with fewer it waits for others' answers to be read.
    max: 20,
    // A server that takes the call and says nothing must not keep anyone waiting for ever.
    connectionTimeoutMillis: PATIENCE,
    types: { getTypeParser: parserOf },
  })
  pool.on('error', onError)
  // Of a connection that is lost in use, the query tells that used it; an error that nobody hears ends the process.
  pool.on('connect', client => client.on('error', () => undefined))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { db, dialect: 'postgres', url, close: () => db.destroy() }
}

const PATIENCE = 5000
const BIGINT = 20

/** Counts come as bigint, which the driver gives as text; ours stay far under 2^53. */
const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: unknown) =>
  oid === BIGINT ? Number : pg.types.getTypeParser(oid, format as 'text')
