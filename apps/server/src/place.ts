import type { Context } from './context.ts'
import type { Db, Tx } from './db/open.ts'
import { type Action, JUDGING, may, reaches, type Standing, scopeOf } from './policy.ts'
import { Refusal } from './refusal.ts'
import {
  type Asker,
  type EntryRow,
  type EntryStanding,
  platformStanding,
  type RoundRow,
  type RoundStanding,
  standingIn,
  standingTowards,
} from './standing.ts'

/** Where a request acts: in which round, towards which entry, and as what. */
export type Place = {
  round: RoundRow
  standing: RoundStanding
  entry: { id: string; row: EntryRow; standing: EntryStanding } | null
}

type Named = { round: string; entry?: string }

/** The place that an input names, once the policy allows the action there. @throws Refusal */
export async function placeOf(ctx: Context, action: Action, input: unknown): Promise<Place | null> {
  const scope = scopeOf(action)
  if (scope === 'platform') {
    // One's own account is one's own before a second factor is set up, too: there it is set up.
    const asker = action.startsWith('account.') ? (ctx.session ?? ctx) : ctx
    if (!may(platformStanding(asker), action)) throw denied(asker, action)
    return null
  }
  if (scope === 'found') {
    if (ctx.user === null) throw denied(ctx, action)
    return null
  }
  const round = textIn(input, 'round') ?? textIn(input, 'id')
  const entry = textIn(input, 'entry')
  if (round === undefined) throw new Refusal('bad-input', 'round: the id of a round is needed.')
  if (scope === 'round') return placeFor(ctx, ctx.db, action, { round })
  if (entry === undefined) throw new Refusal('bad-input', 'entry: the id of an entry is needed.')
  return placeFor(ctx, ctx.db, action, { round, entry })
}

/**
 * The round, and the entry where one is named, once the policy allows the action there. What does not exist and what must
 * not be known to exist are refused in the same words.
 *
 * @throws Refusal `not-found`, `not-allowed`, `sign-in-needed`
 */
export async function placeFor(
  asker: Asker,
  db: Db | Tx,
  action: Action,
  { round: id, entry }: Named,
): Promise<Place> {
  const reached = await standingIn(asker, db, id, entry)
  const noRound = () => new Refusal('not-found', `There is no round ${id}.`)
  if (!reached) throw noRound()
  const { round, standing } = reached
  if (scopeOf(action) !== 'entry') {
    if (may(standing, action)) return { round, standing, entry: null }
    throw reaches(standing) ? denied(asker, action) : noRound()
  }
  // Before anything is said of the entry: to whom the round is not known, none of its entries is.
  if (!reaches(standing)) throw noRound()
  if (!reached.entry) throw noEntry(entry)
  const { row, extensions } = reached.entry
  const known = { ...row, extensions }
  const towards = await standingTowards(asker, db, { round, standing, entry: known })
  if (may(towards, action)) return { round, standing, entry: { id: row.id, row, standing: towards } }
  throw knows(towards) ? denied(asker, action) : noEntry(entry)
}

const noEntry = (entry: string | undefined) =>
  new Refusal('not-found', `There is no entry ${entry} in this round.`)

/** True for whom the entry is no secret: those who take part in it or judge it, and those who run or watch the round. */
const knows = ({ roles }: Standing): boolean =>
  ['admin', 'organiser', 'observer', 'lead', 'contributor', ...JUDGING].some(role =>
    (roles as ReadonlySet<string>).has(role),
  )

const denied = ({ role }: Pick<Asker, 'role'>, action: Action): Refusal =>
  role === 'anonymous'
    ? new Refusal('sign-in-needed', 'Sign in first.')
    : new Refusal('not-allowed', `You may not do ${action} here, or not now.`)

const textIn = (input: unknown, key: string): string | undefined => {
  const value =
    typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[key] : undefined
  return typeof value === 'string' ? value : undefined
}
