import type { Db, Tx } from '../db/open.ts'

export const sessionsOf = (db: Db, userId: string, at: string) =>
  db
    .selectFrom('session')
    .select(['id', 'createdAt', 'updatedAt', 'userAgent'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', at)
    .orderBy('updatedAt', 'desc')
    .execute()

/** False when it is none of this person's. */
export async function endSession(tx: Tx, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  const result = await tx
    .deleteFrom('session')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Ends the sessions of a person but for the one that is kept; how many. */
export async function endOtherSessions(
  tx: Tx,
  { userId, kept }: { userId: string; kept: string },
): Promise<number> {
  const result = await tx
    .deleteFrom('session')
    .where('userId', '=', userId)
    .where('id', '!=', kept)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

export const hasPassword = async (db: Db, userId: string): Promise<boolean> =>
  (await db
    .selectFrom('account')
    .select('id')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()) !== undefined
