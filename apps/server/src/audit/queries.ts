import { sql } from 'kysely'
import type { Db, OpenDatabase, Tx } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import type { AuditTable } from '../db/schema.ts'

/** Any number will do, so long as every server uses the same. */
const CHAIN_LOCK = 7_003_001

/** Two transactions may not take the same last row. SQLite has one writer anyway. */
export async function lockChain(tx: Tx, dialect: OpenDatabase['dialect']): Promise<void> {
  if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(CHAIN_LOCK)})`.execute(tx)
}

export const lastLink = async (tx: Tx): Promise<{ seq: number; hash: string } | undefined> =>
  (await lastLinks(tx, {}))[0]

const lastLinks = prepared([], db =>
  db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1),
)

/** Rows in one statement: below the number of parameters that either database takes. */
const CHUNK = 500

export async function insertLinks(tx: Tx, rows: readonly AuditTable[]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx
      .insertInto('audit')
      .values(rows.slice(at, at + CHUNK))
      .execute()
}

/** In order, from after `seq`. */
export const linksAfter = (db: Db, seq: number, limit: number): Promise<AuditTable[]> =>
  db.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute()

/** What was published and what was sent in, each with the hash that it was given, and who could have sent something in. */
export const sealedRows = async (db: Db) => ({
  entries: await db.selectFrom('entry').select(['id', 'roundId']).execute(),
  publications: await db
    .selectFrom('publication')
    .select(['roundId', 'version', 'sha256', 'body'])
    .orderBy('roundId')
    .orderBy('version')
    .execute(),
  submissions: await db
    .selectFrom('submission')
    .select(['id', 'roundId', 'entryId', 'sha256', 'body'])
    .orderBy('id')
    .execute(),
})

export const hasLink = async (db: Db, hash: string): Promise<boolean> =>
  (await db.selectFrom('audit').select('seq').where('hash', '=', hash).executeTakeFirst()) !== undefined

/** Newest first, older than `before`, with the actor's name while there is such a person. */
export const newestLinks = (db: Db, before: number | null, limit: number) =>
  db
    .selectFrom('audit')
    .leftJoin('user', 'user.id', 'audit.actorId')
    .selectAll('audit')
    .select('user.name as actorName')
    .$if(before !== null, query => query.where('audit.seq', '<', before ?? 0))
    .orderBy('audit.seq', 'desc')
    .limit(limit)
    .execute()
