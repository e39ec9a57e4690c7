import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { addEntry } from '../entries/add-entries.ts'
import { makeEntry } from '../entries/make-entry.ts'
import { entriesByUnit, scopeOf } from '../entries/whom.ts'
import { Refusal } from '../refusal.ts'
import { ownRound, type RoundRow } from '../rounds/service.ts'
import { offerSeats } from '../seats/offer.ts'
import type { EntryRow } from '../standing.ts'
import { EXPIRY } from './expire.ts'
import * as queries from './queries.ts'

export type Forwarding = {
  round: string
  nomination: string
  contact: { email: string; name?: string | undefined; language?: string | undefined }
  /** Until when the municipality may complete or decline (ISO-8601 UTC). */
  completeUntil: string
}

/**
 * Sends a nomination on to the municipality. The first makes an entry, which is nobody's yet; further ones of the same
 * municipality are put beside it.
 */
export async function forward(ctx: Context, wish: Forwarding): Promise<{ entry: string; joined: boolean }> {
  return audited(ctx, 'nominations.forward', async tx => {
    const round = await ownRound(ctx, tx, { id: wish.round, states: ['open', 'evaluated'] })
    const nomination = await queries.nominationById(tx, round.id, wish.nomination)
    if (!nomination)
      throw new Refusal('not-found', `There is no nomination ${wish.nomination} in this round.`)
    const units = JSON.parse(nomination.units) as string[]
    const there = await standingEntry(tx, round, units)
    const entry = there?.id ?? (await newEntry(ctx, tx, round, { ...wish, units, title: nomination.title }))
    const decided = { decidedAt: ctx.now(), decidedBy: ctx.user?.id ?? null }
    if (!(await queries.decide(tx, nomination.id, { state: 'forwarded', entryId: entry, ...decided })))
      throw new Refusal('wrong-state', `The nomination is ${nomination.state} already.`)
    const detail = { nomination: nomination.id, entry, completeUntil: there ? null : wish.completeUntil }
    return { subject: `round/${round.id}`, detail, result: { entry, joined: there !== undefined } }
  })
}

/** The entry that the municipality has already. */
async function standingEntry(
  tx: Tx,
  round: RoundRow,
  units: readonly string[],
): Promise<EntryRow | undefined> {
  const taking = await entriesByUnit(tx, round.id)
  const [lead = '', ...others] = units
  const entry = taking.get(lead)
  if (entry?.state === 'declined' || entry?.state === 'withdrawn')
    throw new Refusal('wrong-state', `${entry.name} is ${entry.state}; invite it again first.`)
  const elsewhere = others.map(unit => taking.get(unit)).find(other => other && other.id !== entry?.id)
  if (!entry && elsewhere)
    throw new Refusal('wrong-state', `${elsewhere.name} takes part already; forward this as one with it.`)
  return entry
}

async function newEntry(
  ctx: Context,
  tx: Tx,
  round: RoundRow,
  { units, title, contact, completeUntil }: Forwarding & { units: readonly string[]; title: string | null },
): Promise<string> {
  if (completeUntil <= ctx.now())
    throw new Refusal('bad-input', 'The time to complete must end later than now.', { path: 'completeUntil' })
  const { email, name = '', language } = contact
  const { entry, units: rows } = makeEntry(
    round.id,
    await scopeOf(tx, round),
    {
      units,
      state: 'nominated',
      contact: email,
      ...(units.length > 1 && title !== null && { name: title }),
      ...(language !== undefined && { language }),
    },
    ctx.now(),
  )
  await addEntry(tx, { entry: { ...entry, completeUntil }, units: rows })
  await offerSeats(ctx, tx, round, [{ entry: entry.id, email, name: name || email, role: 'lead', language }])
  await ctx.jobs.enqueue(tx, {
    kind: EXPIRY,
    payload: { entry: entry.id },
    key: `${EXPIRY}/${entry.id}/${completeUntil}`,
    dueAt: completeUntil,
  })
  return entry.id
}

/** Puts a nomination aside, with the reason that the organisers keep. */
export async function dismiss(
  ctx: Context,
  { round: id, nomination, reason }: { round: string; nomination: string; reason: string },
): Promise<void> {
  await audited(ctx, 'nominations.dismiss', async tx => {
    const round = await ownRound(ctx, tx, { id, states: ['open', 'evaluated'] })
    const row = await queries.nominationById(tx, round.id, nomination)
    if (!row) throw new Refusal('not-found', `There is no nomination ${nomination} in this round.`)
    const decided = { decidedAt: ctx.now(), decidedBy: ctx.user?.id ?? null }
    if (!(await queries.decide(tx, row.id, { state: 'dismissed', reason, ...decided })))
      throw new Refusal('wrong-state', `The nomination is ${row.state} already.`)
    return { subject: `round/${id}`, detail: { nomination }, result: undefined }
  })
}
