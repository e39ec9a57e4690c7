import type { Context, Session } from '../context.ts'
import { Refusal } from '../refusal.ts'

/** The sign-in that a request comes with. @throws Refusal `sign-in-needed` */
export function ownSession({ session }: Pick<Context, 'session'>): Session {
  if (!session) throw new Refusal('sign-in-needed', 'Sign in first.')
  return session
}
