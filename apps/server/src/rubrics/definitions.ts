import type { RubricData } from '@tumstock/rubric/contract'
import { canonical, sha256 } from '../canonical.ts'
import type { Db, Tx } from '../db/open.ts'

/**
 * Keeps a definition under the hash of its canonical text, once; gives the hash. What is kept is in the author's own
 * order, which the questionnaire and the tables follow.
 */
export async function keepDefinition(tx: Tx, rubric: RubricData, now: string): Promise<string> {
  const body = JSON.stringify(rubric)
  const hash = sha256(canonical(rubric))
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
