import type { Context } from '../context.ts'
import { setOwnPassword } from '../people/own-password.ts'
import { ownSession } from './own-session.ts'
import { hasPassword } from './queries.ts'
import { isRecent, mustBeRecent } from './recent.ts'

/** How somebody signs in, and whether they may change it now. */
export async function getAccount(ctx: Context) {
  const session = ownSession(ctx)
  return {
    email: session.person.email,
    hasPassword: await hasPassword(ctx.db, session.person.id),
    secondFactor: session.person.secondFactor === true,
    /** Whether the second factor can be taken away and the password be set. */
    recent: isRecent(ctx, session),
  }
}

/** Sets the password, whether there was one or not, and ends all other sessions. Being just signed in stands for the old. */
export async function setPassword(ctx: Context, password: string): Promise<void> {
  mustBeRecent(ctx)
  await setOwnPassword(ctx, ownSession(ctx), password)
}
