import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { StartupError } from '../startup-error.ts'
import { up as people } from './migrations/0001-people.ts'
import { up as rounds } from './migrations/0002-rounds.ts'
import { up as entries } from './migrations/0003-entries.ts'
import { up as marks } from './migrations/0004-marks.ts'
import { up as jobs } from './migrations/0005-jobs.ts'
import { up as takingPart } from './migrations/0006-taking-part.ts'
import { up as secondFactor } from './migrations/0007-second-factor.ts'
import type { Schema } from './schema.ts'

const migrations: Record<string, Migration> = {
  '0001-people': { up: people },
  '0002-rounds': { up: rounds },
  '0003-entries': { up: entries },
  '0004-marks': { up: marks },
  '0005-jobs': { up: jobs },
  '0006-taking-part': { up: takingPart },
  '0007-second-factor': { up: secondFactor },
}

/** The migrations of this version, in order. */
export const MIGRATIONS: readonly string[] = Object.keys(migrations)

const migratorOf = (db: Kysely<Schema>, options: { disableTransactions?: true } = {}) =>
  new Migrator({ db, provider: { getMigrations: async () => migrations }, ...options })

/** Makes the tables as they were after one migration, in whatever transaction the connection is in. */
export async function migrateUpTo(connection: Kysely<Schema>, migration: string): Promise<void> {
  const { error } = await migratorOf(connection, { disableTransactions: true }).migrateTo(migration)
  if (error) throw error instanceof Error ? error : new Error(String(error))
}

/** Brings the database to this version. Refuses one that a newer version has migrated. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const done = (await isFresh(db)) ? [] : await executed(db)
  const unknown = done.filter(name => !(name in migrations))
  if (unknown.length > 0)
    throw new StartupError(
      `The database is of a newer version of Tumstock (it knows ${unknown.join(', ')}). Start that version, or use another DATA_DIR.`,
    )
  const { error } = await migratorOf(db).migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error(String(error))
}

async function isFresh(db: Kysely<Schema>): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  return !tables.some(table => table.name === 'kysely_migration')
}

/** The migrations that the database has had. */
export async function executed(db: Kysely<Schema>): Promise<string[]> {
  const ledger = db.withTables<{ kysely_migration: { name: string } }>()
  const rows = await ledger.selectFrom('kysely_migration').select('name').execute()
  return rows.map(row => row.name)
}
