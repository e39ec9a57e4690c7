import { PostgresAdapter, type RawBuilder, type SelectQueryBuilder, type Simplify } from 'kysely'
import { jsonArrayFrom as ofPostgres } from 'kysely/helpers/postgres'
import { jsonArrayFrom as ofSqlite } from 'kysely/helpers/sqlite'
import type { Db, Tx } from './open.ts'

/** Rows of another table in one column, so that one question to the database brings both; see `rowsIn`. */
export const jsonRows = <S, T extends keyof S, O>(
  db: Db | Tx,
  query: SelectQueryBuilder<S, T, O>,
): RawBuilder<Simplify<O>[]> =>
  (db.getExecutor().adapter instanceof PostgresAdapter ? ofPostgres : ofSqlite)(query) as RawBuilder<
    Simplify<O>[]
  >

/** The rows in such a column: SQLite gives their text. */
export const rowsIn = <O>(column: readonly O[]): readonly O[] =>
  typeof column === 'string' ? (JSON.parse(column) as O[]) : column
