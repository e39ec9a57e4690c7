import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { insertVerification } from './queries.ts'

/** Minutes within which a sign-in token has to be used. */
export const TOKEN_MINUTES = 15

/**
 * A token that signs the person of this address in once, posted to /api/auth/sign-in/link/verify. It stands when the
 * transaction does; the table holds only its SHA-256, in the shape in which better-auth's magic links read it.
 */
export async function signInToken(ctx: Pick<Context, 'now'>, tx: Tx, email: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = ctx.now()
  await insertVerification(tx, {
    id: randomUUID(),
    identifier: `magic-link:${hashed(token)}`,
    value: JSON.stringify({ type: 'magic-link', email: email.toLowerCase() }),
    expiresAt: new Date(Date.parse(now) + TOKEN_MINUTES * 60_000).toISOString(),
    createdAt: now,
    updatedAt: now,
  })
  return token
}

const hashed = (token: string): string => createHash('sha256').update(token).digest('base64url')
