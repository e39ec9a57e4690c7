import { randomUUID } from 'node:crypto'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Db, Tx } from '../db/open.ts'
import { personFor } from '../people/person-for.ts'
import { signInToken } from '../people/sign-in-token.ts'
import { Refusal } from '../refusal.ts'
import { currentDefinition } from '../rounds/current.ts'
import { areasOf, namedAreas } from './areas.ts'
import { keepApart } from './conflicts.ts'
import { deadlineOf } from './invitation-letter.ts'
import * as queries from './queries.ts'
import { hashOfToken } from './token.ts'

/** Of every link that leads nowhere, whatever the reason: what was never sent is not told from what is over. */
const dead = () =>
  new Refusal(
    'not-found',
    'This invitation cannot be used (any more). Ask whoever sent it for a new one, or sign in if you have used it.',
  )

/** What a link invites to. */
export async function lookAtInvitation(
  ctx: Context,
  { token, lang }: { token: string; lang?: string | undefined },
) {
  const now = ctx.now()
  const found = await queries.invitationBehind(ctx.db, hashOfToken(token), now)
  if (!found) throw dead()
  return {
    round: { id: found.roundId, title: found.roundTitle, year: found.year, timeZone: found.timeZone },
    organisation: found.organisation,
    invitedBy: found.invitedBy,
    role: found.role,
    entry: found.entryName,
    areas: found.sections === null ? null : await titlesOf(ctx, found.roundId, found.sections, lang),
    name: found.name,
    email: found.email,
    expiresAt: found.expiresAt,
    deadline:
      (found.entryState === 'nominated' ? found.completeUntil : null) ??
      deadlineOf(found.role, await queries.windowsOf(ctx.db, found.roundId), now),
    /** Who looks: the person invited, somebody who is signed in under another address, or nobody yet. */
    as: await lookerAs(ctx, ctx.db, found.email),
  }
}

/** What the areas of an invitation are called, in a language where the rubric is translated. */
async function titlesOf(
  ctx: Context,
  round: string,
  sections: string,
  lang: string | undefined,
): Promise<string[]> {
  const row = await queries.roundById(ctx.db, round)
  const areas = areasOf(ctx, row, await currentDefinition(ctx.db, row), lang)
  return namedAreas(sections, areas)
}

type LookerAs = 'invited' | 'other' | 'known' | 'new'

/** `known`: not signed in, and there is somebody with the address already, who signs in first. */
async function lookerAs({ user }: Context, db: Db | Tx, email: string): Promise<LookerAs> {
  if (user) return user.email.toLowerCase() === email ? 'invited' : 'other'
  return (await queries.hasPerson(db, email)) ? 'known' : 'new'
}

export type Acceptance = {
  token: string
  /** What a new person calls themselves; without it, what they were invited as. */
  name?: string | undefined
  /** Somebody who is signed in under another address takes the seat as that person. */
  asMe?: boolean | undefined
}

/**
 * Takes the seat that a link offers, once. A new person is signed in by the token that comes back. One who is known signs
 * in as always: a link that went astray must not open what they have elsewhere.
 */
export const acceptInvitation = (ctx: Context, { token, name, asMe = false }: Acceptance) =>
  audited(ctx, 'seats.accept', async tx => {
    const invitation = await queries.useUp(tx, hashOfToken(token), ctx.now())
    if (!invitation) throw dead()
    const { id, roundId, role, entryId, sections, email } = invitation
    const person = await takerOf(ctx, tx, { email, name: name ?? invitation.name, asMe })
    await queries.acceptedBy(tx, id, person.id)
    await queries.putSeat(tx, {
      id: randomUUID(),
      roundId,
      userId: person.id,
      role,
      entryId,
      sections,
      createdAt: ctx.now(),
      createdBy: invitation.createdBy,
    })
    await keepApart(ctx, tx, roundId)
    return {
      subject: `round/${roundId}`,
      detail: { invitation: id, person: person.id, role, entry: entryId },
      result: { round: roundId, role, entry: entryId, signIn: person.signIn },
    }
  })

type Taking = { email: string; name: string; asMe: boolean }

async function takerOf(
  ctx: Context,
  tx: Tx,
  { email, name, asMe }: Taking,
): Promise<{ id: string; signIn: string | null }> {
  const as = await lookerAs(ctx, tx, email)
  if (as === 'known')
    throw new Refusal('sign-in-needed', 'You have been here before: sign in, then open the link again.')
  if (as === 'other' && !asMe)
    throw new Refusal(
      'wrong-state',
      'You are signed in under another address than the one that was invited. Sign out, or take part as who you are.',
    )
  if (ctx.user) return { id: ctx.user.id, signIn: null }
  const { id } = await personFor(ctx, tx, { email, name })
  return { id, signIn: await signInToken(ctx, tx, email) }
}
