import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { placeFor } from '../place.ts'
import { Refusal } from '../refusal.ts'
import { reopenRound } from '../rounds/current.ts'
import { frozenDefinition, ownRound, type RoundRow } from '../rounds/service.ts'
import { entryToChange } from './change-entry.ts'
import * as queries from './queries.ts'
import type { Scope } from './unit-lookup.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** What an organiser decides otherwise than the register; what is not named stays. */
export type Override = { category?: string | null | undefined; eligible?: boolean | undefined }

/** Decides class or eligibility of an entry, with the reason that everybody who sees the entry is told. */
export async function override(
  ctx: Context,
  { reason, category, eligible, ...named }: { round: string; entry: string; reason: string } & Override,
): Promise<void> {
  await audited(ctx, 'entries.override', async tx => {
    const { round, entry } = await entryToChange(ctx, tx, 'entries.override', named)
    if (category === undefined && eligible === undefined)
      throw new Refusal('bad-input', 'Nothing is decided: name a class, or whether the entry may compete.')
    if (category != null) await refuseUnknownCategory(tx, round, category)
    await queries.updateEntry(tx, entry.id, {
      overrideReason: reason,
      ...(category !== undefined && { category, categoryReason: 'given' }),
      ...(eligible !== undefined && { ineligible: eligible ? null : 'organiser' }),
    })
    await reopenRound(tx, named.round)
    const detail = { from: { category: entry.category, ineligible: entry.ineligible }, category, eligible }
    return { subject: `round/${named.round}/entry/${named.entry}`, detail, result: undefined }
  })
}

async function refuseUnknownCategory(tx: Tx, round: RoundRow, category: string): Promise<void> {
  const { categories } = await frozenDefinition(tx, round)
  if (Object.hasOwn(categories, category)) return
  const allowed = Object.keys(categories).join(', ')
  throw new Refusal('bad-input', `No category "${category}". Allowed: ${allowed}.`, { path: 'category' })
}

/** Of an entry, what stands and what the register says now, where these differ. */
export type Difference = {
  entry: string
  name: string
  /** The organiser decided so. */
  overridden: boolean
  stands: Facts
  register: Facts
}
export type Facts = Pick<Verdict, 'category' | 'population' | 'ineligible'>

const factsOf = ({ category, population, ineligible }: Facts): Facts => ({ category, population, ineligible })

async function differences(
  tx: Context['db'] | Tx,
  round: RoundRow,
): Promise<(Difference & { verdict: Verdict })[]> {
  const scope: Scope = { ...round, rubric: await frozenDefinition(tx, round) }
  const units = Map.groupBy(await queries.unitsOfEntries(tx, round.id), row => row.entryId)
  return (await queries.entriesOf(tx, round.id)).flatMap(entry => {
    const own = units.get(entry.id)?.map(row => row.unitId) ?? []
    if (own.length === 0) return []
    const verdict = verdictOf(scope, own)
    const [stands, register] = [factsOf(entry), factsOf(verdict)]
    if (JSON.stringify(stands) === JSON.stringify(register)) return []
    const overridden = entry.categoryReason === 'given' || entry.overrideReason !== null
    return [{ entry: entry.id, name: entry.name, overridden, stands, register, verdict }]
  })
}

/** What differs from the register at the round's reference date. */
export async function registerDifferences(ctx: Context, id: string): Promise<Difference[]> {
  const { round } = await placeFor(ctx, ctx.db, 'entries.register', { round: id })
  if (round.definition === null) return []
  return (await differences(ctx.db, round)).map(({ verdict: _, ...difference }) => difference)
}

/** Takes over what the register says of these entries, and takes back what was decided about them. */
export async function recompute(
  ctx: Context,
  { round: id, entries }: { round: string; entries: readonly string[] },
): Promise<{ changed: number }> {
  return audited(ctx, 'entries.recompute', async tx => {
    const round = await ownRound(ctx, tx, { id, states: ['open', 'evaluated'] })
    const wanted = (await differences(tx, round)).filter(one => entries.includes(one.entry))
    for (const { entry, verdict } of wanted)
      await queries.updateEntry(tx, entry, {
        category: verdict.category,
        categoryReason: verdict.reason,
        population: verdict.population,
        ineligible: verdict.ineligible,
        overrideReason: null,
      })
    if (wanted.length > 0) await reopenRound(tx, id)
    return {
      subject: `round/${id}`,
      detail: { entries: wanted.map(one => one.entry) },
      result: { changed: wanted.length },
    }
  })
}
