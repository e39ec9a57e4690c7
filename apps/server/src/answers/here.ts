import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import type { PresenceTable } from '../db/taking-part.ts'
import { entryHere } from '../entry-here.ts'
import { Refusal } from '../refusal.ts'
import { groupCommit } from './group-commit.ts'
import * as queries from './queries.ts'

/** Somebody who has the questionnaire open, and the area that they are in. */
export type Here = { id: string; name: string; section: string | null; at: string }

/** How long a person counts as here without saying so again; the questionnaire says so every 15 s. */
const HERE_FOR = 40_000

const since = (now: string): string => new Date(Date.parse(now) - HERE_FOR).toISOString()

/** Who has the questionnaire open. */
export const whoIsHere = (ctx: Pick<Context, 'db' | 'now'>, entry: string): Promise<Here[]> =>
  queries.presentSince(ctx.db, entry, since(ctx.now()))

/** Says that the asker has the questionnaire open; gives everyone who has. */
export async function beHere(ctx: Context, section: string | null): Promise<Here[]> {
  const { entry } = entryHere(ctx)
  if (!ctx.user) throw new Refusal('sign-in-needed', 'Sign in first.')
  const { id, name } = ctx.user
  const before = await whoIsHere(ctx, entry.id)
  const at = ctx.now()
  await writerFor(ctx.db)({ entryId: entry.id, userId: id, section, at })
  if (!before.some(one => one.id === id && one.section === section))
    ctx.live.announce(`entry/${entry.id}/here`)
  return [...before.filter(one => one.id !== id), { id, name, section, at }]
}

type Writer = (presence: PresenceTable) => Promise<true>
const writers = new WeakMap<Db, Writer>()

/** Thousands say every 15 s that they are here: those who do at the same time share a transaction. */
function writerFor(db: Db): Writer {
  const writer = writers.get(db) ?? groupCommit<PresenceTable, true>(rows => write(db, rows))
  writers.set(db, writer)
  return writer
}

async function write(db: Db, rows: readonly PresenceTable[]): Promise<readonly true[]> {
  // Each once, and always in one order, so that two servers that write the same wait for each other.
  const last = [...new Map(rows.map(row => [`${row.entryId}/${row.userId}`, row]))]
  const sorted = last.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  await queries.putPresences(db, sorted, since(rows.at(-1)?.at ?? ''))
  return rows.map(() => true)
}
