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

/** What is asked for again and again, as it was read. Nothing under a hash ever changes. */
const read = new Map<string, RubricData>()
const MOST_READ = 64

/** What stands under a hash that some row refers to; frozen, since all that ask share it. */
export async function definitionOf(db: Db, hash: string): Promise<RubricData> {
  const known = read.get(hash)
  if (known) return known
  const row = await db
    .selectFrom('definition')
    .select('body')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  const definition = frozen(JSON.parse(row.body) as RubricData)
  const [oldest] = read.keys()
  if (read.size >= MOST_READ && oldest !== undefined) read.delete(oldest)
  read.set(hash, definition)
  return definition
}

const frozen = <T extends object>(value: T): T => {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) frozen(inner)
  return Object.freeze(value)
}
