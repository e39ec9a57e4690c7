import { sql } from 'kysely'
import type { Db, OpenDatabase, Tx } from '../db/open.ts'
import type { AuditTable } from '../db/schema.ts'

/** Any number will do, so long as every server uses the same. */
const CHAIN_LOCK = 7_003_001

/** Two transactions may not take the same last row. SQLite has one writer anyway. */
export async function lockChain(tx: Tx, dialect: OpenDatabase['dialect']): Promise<void> {
  if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(CHAIN_LOCK)})`.execute(tx)
}

export const lastLink = (tx: Tx): Promise<{ seq: number; hash: string } | undefined> =>
  tx.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()

export async function insertLink(tx: Tx, row: AuditTable): Promise<void> {
  await tx.insertInto('audit').values(row).execute()
}

/** In order, from after `seq`. */
export const linksAfter = (db: Db, seq: number, limit: number): Promise<AuditTable[]> =>
  db.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute()

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
