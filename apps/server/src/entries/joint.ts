import type { AnswerValue } from '@tumstock/rubric/answers'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { nominated } from '../nominations/take-up.ts'
import { placeFor } from '../place.ts'
import { Refusal } from '../refusal.ts'
import { reopenRound } from '../rounds/current.ts'
import { frozenDefinition, ownRound } from '../rounds/service.ts'
import type { EntryRow } from '../standing.ts'
import { addEntry } from './add-entries.ts'
import { shareSeats, takeSeatsBack } from './joint-seats.ts'
import { makeEntry } from './make-entry.ts'
import * as queries from './queries.ts'
import type { Scope } from './unit-lookup.ts'
import { type Verdict, verdictOf } from './verdict.ts'

export type Joining = {
  round: string
  /** Register ids, the lead first. */
  units: readonly string[]
  title: string
  reason: string
  /** Needed as soon as the units are not all of the class that they have together. */
  category?: string | null | undefined
}

/**
 * Makes one entry of several units: each is benchmarked by what they score together, and they compete once. The lead's
 * answers stay; what others have answered is kept with their own entries and offered, never merged unseen.
 */
export async function join(ctx: Context, wish: Joining): Promise<{ entry: string }> {
  return audited(ctx, 'entries.join', async tx => {
    await queries.holdRound(tx, ctx.dialect, wish.round)
    const round = await ownRound(ctx, tx, { id: wish.round, states: ['open', 'evaluated'] })
    const scope: Scope = { ...round, rubric: await frozenDefinition(tx, round) }
    const verdict = verdictOf(scope, wish.units)
    const assigned = classOf(scope, wish, verdict)
    const [lead = '', ...others] = wish.units
    const taking = await takingPart(tx, round.id)
    const there = taking(lead)
    if (there && there.units > 1) throw takesPartWithOthers(there.entry)
    if (new Set(wish.units).size < wish.units.length)
      throw new Refusal('bad-input', 'A unit stands twice. Each takes part once.', { path: 'units' })
    const made = there ? null : makeEntry(round.id, scope, { units: [lead] }, ctx.now())
    if (made) await addEntry(tx, made)
    const id = there?.entry.id ?? made?.entry.id ?? ''
    for (const [at, unit] of others.entries()) {
      const own = taking(unit)
      if (own && own.units > 1) throw takesPartWithOthers(own.entry)
      if (own && own.entry.state !== 'accepted' && own.entry.state !== 'invited')
        throw new Refusal('wrong-state', `${own.entry.name} is ${own.entry.state}; invite it again first.`)
      await queries.putUnit(tx, {
        entryId: id,
        roundId: round.id,
        unitId: unit,
        position: at + 1,
        ownEntryId: own?.entry.id ?? null,
      })
      if (own === undefined) continue
      await queries.updateEntry(tx, own.entry.id, { joinedTo: id, state: 'withdrawn' })
      await shareSeats(ctx, tx, { round: round.id, from: own.entry.id, to: id })
    }
    await queries.updateEntry(tx, id, {
      name: wish.title,
      population: verdict.population,
      ineligible: verdict.ineligible,
      overrideReason: wish.reason,
      ...assigned,
    })
    await reopenRound(tx, round.id)
    const detail = { units: wish.units, category: assigned.category }
    return { subject: `round/${round.id}/entry/${id}`, detail, result: { entry: id } }
  })
}

/** Several classes are never chosen from: together a small and a large municipality are what somebody decides. */
const classOf = (
  scope: Scope,
  { units, category }: Joining,
  verdict: Verdict,
): Pick<EntryRow, 'category' | 'categoryReason'> => {
  const { categories } = scope.rubric
  if (category !== undefined) {
    if (category !== null && !Object.hasOwn(categories, category))
      throw new Refusal(
        'bad-input',
        `No category "${category}". Allowed: ${Object.keys(categories).join(', ')}.`,
        { path: 'category' },
      )
    return { category, categoryReason: 'given' }
  }
  const each = units.map(unit => verdictOf(scope, [unit]))
  if (each.every(one => one.category === verdict.category && one.kind === verdict.kind))
    return { category: verdict.category, categoryReason: verdict.reason }
  const shown = each.map(one => `${one.name}: ${one.category ?? 'none'}`).join(', ')
  throw new Refusal(
    'has-problems',
    `The units are of different classes (${shown}; together ${verdict.category ?? 'none'}). Say which one counts.`,
    { path: 'category' },
  )
}

const takesPartWithOthers = ({ name }: EntryRow) =>
  new Refusal('wrong-state', `${name} takes part as one with others already. Part them first.`)

async function takingPart(tx: Tx, round: string) {
  const entries = new Map((await queries.entriesOf(tx, round)).map(entry => [entry.id, entry]))
  const rows = await queries.unitsOfEntries(tx, round)
  return (unit: string): { entry: EntryRow; units: number } | undefined => {
    const entry = entries.get(rows.find(row => row.unitId === unit)?.entryId ?? '')
    return entry && { entry, units: rows.filter(row => row.entryId === entry.id).length }
  }
}

/** Lets units that take part as one take part by themselves again; those that had an entry get it back as it was. */
export async function split(
  ctx: Context,
  { round: id, entry }: { round: string; entry: string },
): Promise<void> {
  await audited(ctx, 'entries.split', async tx => {
    await queries.holdRound(tx, ctx.dialect, id)
    const { entry: place } = await placeFor(ctx, tx, 'entries.split', { round: id, entry })
    const round = await ownRound(ctx, tx, { id, states: ['open', 'evaluated'] })
    const rows = (await queries.unitsOfEntries(tx, id)).filter(row => row.entryId === entry)
    const [lead, ...others] = rows
    if (!place || !lead || others.length === 0)
      throw new Refusal('wrong-state', 'The entry is of one unit; there is nothing to part.')
    await queries.removeUnits(
      tx,
      entry,
      others.map(row => row.unitId),
    )
    for (const { unitId, ownEntryId } of others) {
      if (ownEntryId === null) continue
      await queries.putUnit(tx, { entryId: ownEntryId, roundId: id, unitId, position: 0, ownEntryId: null })
      await queries.updateEntry(tx, ownEntryId, { joinedTo: null, state: 'accepted' })
      await takeSeatsBack(tx, { from: ownEntryId, to: entry })
    }
    const scope: Scope = { ...round, rubric: await frozenDefinition(tx, round) }
    const { reason, ...verdict } = verdictOf(scope, [lead.unitId])
    await queries.updateEntry(tx, entry, { ...verdict, categoryReason: reason, overrideReason: null })
    await reopenRound(tx, id)
    const detail = { units: rows.map(row => row.unitId) }
    return { subject: `round/${id}/entry/${entry}`, detail, result: undefined }
  })
}

/** What others have written who joined an entry (`from` names them) or nominated it (null): to be taken over one by one. */
export type Offered = {
  from: string | null
  answers: { question: string; value: AnswerValue; at: string }[]
}

export async function offered(
  ctx: Context,
  { round, entry }: { round: string; entry: string },
): Promise<Offered[]> {
  await placeFor(ctx, ctx.db, 'entries.offered', { round, entry })
  const joined = (await queries.entriesOf(ctx.db, round)).filter(one => one.joinedTo === entry)
  const byNominators = (await nominated(ctx.db, entry)).map(answers => ({ from: null, answers }))
  const byOthers = await Promise.all(
    joined.map(async ({ id, name }) => ({
      from: name,
      answers: (await queries.answersOfEntry(ctx.db, id))
        .filter(row => row.layer === 'claim')
        .map(({ question, value, at }) => ({ question, value: JSON.parse(value) as AnswerValue, at })),
    })),
  )
  return [...byOthers, ...byNominators]
}
