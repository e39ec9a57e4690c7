import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { Refusal } from '../refusal.ts'
import { browserIn } from './browser.ts'
import { ownSession } from './own-session.ts'
import { endOtherSessions, endSession, sessionsOf } from './queries.ts'

/** Where somebody is signed in; `lastUsedAt` is exact to the hour. */
export async function listSessions(ctx: Context) {
  const session = ownSession(ctx)
  const rows = await sessionsOf(ctx.db, session.person.id, ctx.now())
  return rows.map(({ id, createdAt, updatedAt, userAgent }) => ({
    id,
    createdAt,
    lastUsedAt: updatedAt,
    ...browserIn(userAgent),
    current: id === session.id,
  }))
}

export function revokeSession(ctx: Context, id: string): Promise<void> {
  const { person } = ownSession(ctx)
  return audited({ ...ctx, user: person }, 'account.revokeSession', async tx => {
    if (!(await endSession(tx, { id, userId: person.id })))
      throw new Refusal('not-found', 'There is no such sign-in.')
    return { subject: `person/${person.id}`, result: undefined }
  })
}

/** Ends all but this one; how many. */
export function revokeOthers(ctx: Context): Promise<{ ended: number }> {
  const { id, person } = ownSession(ctx)
  return audited({ ...ctx, user: person }, 'account.revokeOthers', async tx => {
    const ended = await endOtherSessions(tx, { userId: person.id, kept: id })
    return { subject: `person/${person.id}`, detail: { ended }, result: { ended } }
  })
}

/** Ends all sessions but one in the transaction of what makes the others stale. */
export const endOthers = (tx: Tx, who: { userId: string; kept: string }): Promise<number> =>
  endOtherSessions(tx, who)
