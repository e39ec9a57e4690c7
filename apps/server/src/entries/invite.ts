import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { Refusal } from '../refusal.ts'
import { ownRound } from '../rounds/service.ts'
import { offerSeats } from '../seats/offer.ts'
import type { EntryRow, RoundRow } from '../standing.ts'
import { makeEntry } from './make-entry.ts'
import * as queries from './queries.ts'
import { entriesByUnit, scopeOf, unitsMeant, type Whom } from './whom.ts'

/** Who answers for a unit, and is written to. */
export type Contact = {
  unit: string
  email: string
  name?: string | undefined
  language?: string | undefined
}

export type Asking = {
  /** True: they take part once they have said so; without it at once. Who has a contact is always asked. */
  ask?: boolean | undefined
  contacts?: readonly Contact[] | undefined
}

export type Invited = { invited: number; already: number; letters: number }

/**
 * Makes an entry for each unit that does not take part yet, and asks those anew who declined or were withdrawn. A contact
 * is invited to lead the answers, also of a unit that takes part already.
 */
export async function invite(ctx: Context, id: string, whom: Whom, asking: Asking = {}): Promise<Invited> {
  const { ask = false, contacts = [] } = asking
  return audited(ctx, 'entries.invite', async tx => {
    const round = await ownRound(ctx, tx, { id, states: ['open'] })
    const scope = await scopeOf(tx, round)
    const wanted = unitsMeant(scope, whom)
    refuseStrangers(wanted, contacts)
    const taking = await entriesByUnit(tx, id)
    const contactOf = new Map(contacts.map(contact => [contact.unit, contact]))
    const stateFor = (unit: string) => (ask || contactOf.has(unit) ? 'invited' : undefined)
    const made = wanted
      .filter(unit => !taking.has(unit))
      .map(unit => {
        const state = stateFor(unit)
        return makeEntry(id, scope, { units: [unit], ...(state && { state }) }, ctx.now())
      })
    await queries.insertEntries(
      tx,
      made.map(one => one.entry),
      made.flatMap(one => one.units),
    )
    let again = 0
    for (const unit of wanted) {
      const entry = taking.get(unit)
      if (entry === undefined || !isOut(entry)) continue
      again += 1
      const state = stateFor(unit) ?? 'accepted'
      await queries.updateEntry(tx, entry.id, { state, reason: null, completeUntil: null })
    }
    const letters = await writeTo(ctx, tx, round, contacts)
    const result = { invited: made.length + again, already: wanted.length - made.length - again, letters }
    const detail = { units: made.flatMap(one => one.units.map(row => row.unitId)), again, letters }
    return { subject: `round/${id}`, detail, result }
  })
}

const isOut = ({ state }: EntryRow): boolean => state === 'declined' || state === 'withdrawn'

const refuseStrangers = (wanted: readonly string[], contacts: readonly Contact[]): void => {
  const all = new Set(wanted)
  const stranger = contacts.find(({ unit }) => !all.has(unit))
  if (stranger)
    throw new Refusal('bad-input', `${stranger.unit} has a contact and is not among the units.`, {
      path: 'contacts',
    })
}

/** Keeps each contact with its entry and offers it the lead of the answers; how many letters that is. */
async function writeTo(ctx: Context, tx: Tx, round: RoundRow, contacts: readonly Contact[]): Promise<number> {
  if (contacts.length === 0) return 0
  const taking = await entriesByUnit(tx, round.id)
  const offers = contacts.flatMap(({ unit, email, name = '', language }) => {
    const entry = taking.get(unit)
    return entry ? [{ entry: entry.id, email, name: name || email, role: 'lead' as const, language }] : []
  })
  for (const { entry, email, language } of offers)
    await queries.updateEntry(tx, entry, { contact: email, ...(language !== undefined && { language }) })
  return (await offerSeats(ctx, tx, round, offers)).invited
}
