import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import type { RoundRole } from '../db/taking-part.ts'
import { letterLanguage } from '../mail/letters/letters.ts'
import { postAll } from '../mail/post.ts'
import { Refusal } from '../refusal.ts'
import { currentDefinition } from '../rounds/current.ts'
import type { RoundRow } from '../rounds/service.ts'
import { areasOf, namedAreas } from './areas.ts'
import { deadlineOf, invitationLetter } from './invitation-letter.ts'
import * as queries from './queries.ts'
import { expiryFrom, hashOfToken, joinLink, newToken } from './token.ts'

/** A seat for somebody who is reached by e-mail. */
export type Offer = {
  email: string
  name: string
  role: RoundRole
  /** Of a lead or contributor. */
  entry?: string | undefined
  /** The areas that a contributor is to answer; without it all. */
  sections?: readonly string[] | null | undefined
  /** In which they are written to; without it the entry's, else the rubric's. */
  language?: string | undefined
}

export type Offered = { invited: number; already: number }

/**
 * Invites people to seats in the caller's transaction: an invitation and a letter each. Who has the seat already, or an
 * invitation to it that still can be accepted, is left alone.
 *
 * @throws Refusal `bad-input`
 */
export async function offerSeats(
  ctx: Context,
  tx: Tx,
  round: RoundRow,
  offers: readonly Offer[],
): Promise<Offered> {
  await queries.holdRound(tx, ctx.dialect, round.id)
  const desk = await deskOf(ctx, tx, round)
  const open = await queries.openInvitations(tx, round.id)
  const now = ctx.now()
  const taken = new Set([
    ...(await queries.seatKeys(tx, round.id)).map(keyOf),
    ...open.filter(one => one.expiresAt > now).map(keyOf),
  ])
  const fresh = offers.flatMap((offer, index) => {
    const row = desk.rowOf(offer, index)
    if (taken.has(keyOf(row))) return []
    taken.add(keyOf(row))
    return [row]
  })
  const wanted = new Set(fresh.map(keyOf))
  const replaced = open.filter(one => one.expiresAt <= now && wanted.has(keyOf(one)))
  await queries.revokeInvitations(
    tx,
    replaced.map(one => one.id),
    now,
  )
  await send(ctx, tx, desk, fresh)
  return { invited: fresh.length, already: offers.length - fresh.length }
}

/** Sends invitations again, each with a new link; the old ones lead nowhere from then on. */
export async function offerAgain(
  ctx: Context,
  tx: Tx,
  round: RoundRow,
  invitations: readonly queries.InvitationRow[],
): Promise<void> {
  const desk = await deskOf(ctx, tx, round)
  for (const row of invitations) {
    const token = newToken()
    const fresh = { tokenHash: hashOfToken(token), expiresAt: desk.expiresAt, createdAt: ctx.now() }
    await queries.renewInvitation(tx, row.id, fresh)
    await postAll(ctx, tx, [desk.letterTo({ ...row, ...fresh }, token)])
  }
}

const keyOf = ({ email, role, entryId }: { email: string; role: RoundRole; entryId: string | null }) =>
  JSON.stringify([email, role, entryId])

type Row = queries.InvitationRow & { token: string }

async function send(ctx: Context, tx: Tx, desk: Desk, rows: readonly Row[]): Promise<void> {
  await queries.insertInvitations(
    tx,
    rows.map(({ token: _, ...row }) => row),
  )
  await postAll(
    ctx,
    tx,
    rows.map(row => desk.letterTo(row, row.token)),
  )
}

type Desk = Awaited<ReturnType<typeof deskOf>>

/** What every invitation of a round is written with. */
async function deskOf(ctx: Context, tx: Tx, round: RoundRow) {
  const rubric = await currentDefinition(tx, round)
  const entries = new Map((await queries.entriesOf(tx, round.id)).map(entry => [entry.id, entry]))
  const windows = await queries.windowsOf(tx, round.id)
  const organisation = await queries.organisationName(tx, round.organizationId)
  const areas = new Set(areasOf(ctx, round, rubric).map(area => area.id))
  const now = ctx.now()
  const expiresAt = expiryFrom(now)
  const { timeZone } = round

  const rowOf = (offer: Offer, index: number): Row => {
    const path = `people.${index}`
    const entry = entryOf(offer, entries, path)
    const token = newToken()
    return {
      id: randomUUID(),
      roundId: round.id,
      role: offer.role,
      entryId: entry?.id ?? null,
      sections: sectionsOf(offer, areas, path),
      email: offer.email.toLowerCase(),
      name: offer.name,
      language: letterLanguage(offer.language ?? entry?.language ?? rubric.baseLanguage),
      token,
      tokenHash: hashOfToken(token),
      expiresAt,
      createdAt: now,
      createdBy: ctx.user?.id ?? null,
      acceptedAt: null,
      acceptedBy: null,
      revokedAt: null,
    }
  }

  const letterTo = (row: queries.InvitationRow, token: string) => {
    const entry = entries.get(row.entryId ?? '')
    const nominated = entry?.state === 'nominated'
    const closes = (nominated ? entry.completeUntil : null) ?? deadlineOf(row.role, windows, now)
    return invitationLetter({
      invitation: row,
      round: round.id,
      words: {
        name: row.name,
        round: round.title,
        organisation,
        by: ctx.user?.name ?? null,
        role: row.role,
        entry: entry?.name ?? null,
        nominated,
        areas:
          row.sections === null ? [] : namedAreas(row.sections, areasOf(ctx, round, rubric, row.language)),
        deadline: closes === null ? null : { at: closes, timeZone },
        link: joinLink(ctx, token),
        until: { at: row.expiresAt, timeZone },
      },
    })
  }
  return { rowOf, letterTo, expiresAt }
}

type EntryRow = Awaited<ReturnType<typeof queries.entriesOf>>[number]

function entryOf({ role, entry: id }: Offer, entries: Map<string, EntryRow>, path: string): EntryRow | null {
  const ofEntry = role === 'lead' || role === 'contributor'
  if (!ofEntry && id !== undefined)
    throw new Refusal('bad-input', `${path}: a seat as ${role} belongs to no entry.`, {
      path: `${path}.entry`,
    })
  if (!ofEntry) return null
  const entry = entries.get(id ?? '')
  if (!entry)
    throw new Refusal(
      'bad-input',
      `${path}: a ${role} belongs to an entry of the round; "${id ?? ''}" is none.`,
      {
        path: `${path}.entry`,
      },
    )
  return entry
}

function sectionsOf({ role, sections }: Offer, areas: ReadonlySet<string>, path: string): string | null {
  if (sections == null) return null
  const strange = sections.find(area => !areas.has(area))
  if (role !== 'contributor' || strange !== undefined)
    throw new Refusal(
      'bad-input',
      role === 'contributor'
        ? `${path}: no area "${strange}". Allowed: ${[...areas].join(', ')}.`
        : `${path}: only a contributor is given areas.`,
      { path: `${path}.sections` },
    )
  return JSON.stringify([...new Set(sections)])
}
