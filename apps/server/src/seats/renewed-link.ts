import type { Context } from '../context.ts'
import type { Db, Tx } from '../db/open.ts'
import { openInvitations, renewInvitation } from './queries.ts'
import { expiryFrom, hashOfToken, joinLink, newToken } from './token.ts'

/** Who is invited to lead an entry and has not accepted, by entry. */
export const invitedLeads = async (db: Db | Tx, round: string) =>
  (await openInvitations(db, round)).flatMap(({ id, entryId, email, role }) =>
    role === 'lead' ? [{ id, entry: entryId, email }] : [],
  )

/** A new link to an open invitation, for another letter; the one before leads nowhere from then on. */
export async function renewedLink(
  ctx: Pick<Context, 'now' | 'address'>,
  tx: Tx,
  invitation: string,
): Promise<string> {
  const token = newToken()
  await renewInvitation(tx, invitation, {
    tokenHash: hashOfToken(token),
    createdAt: ctx.now(),
    expiresAt: expiryFrom(ctx.now()),
  })
  return joinLink(ctx, token)
}
