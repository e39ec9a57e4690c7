import type { Context, Session } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { ownSession } from './own-session.ts'

const MINUTES = 15

/** True while a sign-in is so new that nobody else can have taken the browser over. */
export const isRecent = ({ now }: Pick<Context, 'now'>, { createdAt }: Session): boolean =>
  Date.parse(now()) - Date.parse(createdAt) <= MINUTES * 60_000

/** @throws Refusal `sign-in-again` */
export function mustBeRecent(ctx: Pick<Context, 'now' | 'session'>): void {
  if (!isRecent(ctx, ownSession(ctx)))
    throw new Refusal(
      'sign-in-again',
      `Sign in again first: this is allowed within ${MINUTES} minutes of signing in.`,
    )
}
