import type { RubricData } from '@tumstock/rubric/contract'
import { canonical, sha256 } from '../canonical.ts'
import type { Db, Tx } from '../db/open.ts'

/** Keeps a definition under its hash, once; gives the hash. */
export async function keepDefinition(tx: Tx, rubric: RubricData, now: string): Promise<string> {
  const body = canonical(rubric)
  const hash = sha256(body)
  await tx
    .insertInto('definition')
    .values({ hash, body, createdAt: now })
    .onConflict(conflict => conflict.column('hash').doNothing())
    .execute()
  return hash
}

/** What stands under a hash that some row refers to. */
export async function definitionOf(db: Db, hash: string): Promise<RubricData> {
  const row = await db
    .selectFrom('definition')
    .select('body')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  return JSON.parse(row.body) as RubricData
}
