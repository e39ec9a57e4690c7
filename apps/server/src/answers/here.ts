import type { Context } from '../context.ts'
import { entryHere } from '../entry-here.ts'
import { Refusal } from '../refusal.ts'
import * as queries from './queries.ts'

/** Somebody who has the questionnaire open, and the area that they are in. */
export type Here = { id: string; name: string; section: string | null; at: string }

/** How long a person counts as here without saying so again; the questionnaire says so every 15 s. */
const HERE_FOR = 40_000

/** Who has the questionnaire open. */
export const whoIsHere = (ctx: Pick<Context, 'db' | 'now'>, entry: string): Promise<Here[]> =>
  queries.presentSince(ctx.db, entry, new Date(Date.parse(ctx.now()) - HERE_FOR).toISOString())

/** Says that the asker has the questionnaire open; gives everyone who has. */
export async function beHere(ctx: Context, section: string | null): Promise<Here[]> {
  const { entry } = entryHere(ctx)
  if (!ctx.user) throw new Refusal('sign-in-needed', 'Sign in first.')
  const before = await whoIsHere(ctx, entry.id)
  await queries.putPresence(ctx.db, { entryId: entry.id, userId: ctx.user.id, section, at: ctx.now() })
  const same = before.some(one => one.id === ctx.user?.id && one.section === section)
  if (!same) ctx.live.announce(`entry/${entry.id}/here`)
  return whoIsHere(ctx, entry.id)
}
