import { sql } from 'kysely'
import type { Db, OpenDatabase } from '../db/open.ts'
import type { TableName } from './tables.ts'

export type Row = Record<string, unknown>

/** What is read in here is of one moment, however long it takes and whatever is written meanwhile; nobody waits for it. */
export const inSnapshot = <T>(
  { db, dialect }: Pick<OpenDatabase, 'db' | 'dialect'>,
  read: (connection: Db) => Promise<T>,
): Promise<T> =>
  db.connection().execute(async connection => {
    const begin = dialect === 'postgres' ? 'begin isolation level repeatable read read only' : 'begin'
    await sql.raw(begin).execute(connection)
    try {
      return await read(connection)
    } finally {
      await sql`rollback`.execute(connection)
    }
  })

const AT_ONCE = 500

/** Every row of a table, a few at a time in memory. */
export async function* rowsOf(
  connection: Db,
  dialect: OpenDatabase['dialect'],
  table: TableName,
): AsyncGenerator<Row> {
  if (dialect === 'sqlite') {
    yield* connection.selectFrom(table).selectAll().stream() as AsyncIterable<Row>
    return
  }
  await sql`declare backup no scroll cursor for select * from ${sql.table(table)}`.execute(connection)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(AT_ONCE)} from backup`.execute(connection)
    if (rows.length === 0) break
    yield* rows
  }
  await sql`close backup`.execute(connection)
}
