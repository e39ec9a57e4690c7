import { COUNTRIES, type Unit, type UnitKind } from '@tumstock/register/unit'
import { unitAt, unitsAt } from '@tumstock/register/units'
import type { RubricData } from '@tumstock/rubric/contract'
import type { Context } from '../context.ts'
import type { Db, Tx } from '../db/open.ts'
import { placeFor } from '../place.ts'
import { Refusal } from '../refusal.ts'
import { frozenDefinition } from '../rounds/service.ts'
import type { EntryRow, RoundRow } from '../standing.ts'
import * as queries from './queries.ts'
import { type Scope, unitsFor } from './unit-lookup.ts'
import { verdictOf } from './verdict.ts'

/** Whom an organiser means: units by name of the register, or all of a country and kind, of classes, of a county. */
export type Whom =
  | { units: readonly string[] }
  | { country: string; kind: UnitKind }
  | { categories: readonly string[] }
  | { county: string }

export const scopeOf = async (db: Db | Tx, round: RoundRow): Promise<Scope & { rubric: RubricData }> => ({
  ...round,
  rubric: await frozenDefinition(db, round),
})

/** The units that are meant, each once. @throws Refusal `bad-input` */
export function unitsMeant(scope: Scope, whom: Whom): string[] {
  if ('units' in whom) return [...new Set(whom.units)]
  if ('country' in whom) {
    if (!COUNTRIES.some(country => country === whom.country))
      throw new Refusal(
        'bad-input',
        `No country ${whom.country} in the register. Allowed: ${COUNTRIES.join(', ')}.`,
      )
    return idsOf(unitsFor(scope, whom.country, whom.kind))
  }
  if ('county' in whom) {
    const county = unitAt(whom.county, scope.referenceDate)
    if (county?.kind !== 'county')
      throw new Refusal('bad-input', `There is no county ${whom.county} on ${scope.referenceDate}.`)
    const all = unitsFor(scope, county.country, 'municipality')
    return idsOf(all.filter(unit => unit.county === county.code))
  }
  const { categories } = scope.rubric
  const unknown = whom.categories.find(id => !Object.hasOwn(categories, id))
  if (unknown !== undefined)
    throw new Refusal(
      'bad-input',
      `No category "${unknown}". Allowed: ${Object.keys(categories).join(', ')}.`,
    )
  const all = COUNTRIES.filter(country => !isCountry(scope.country) || country === scope.country).flatMap(
    country => unitsFor(scope, country),
  )
  return idsOf(all).filter(id => whom.categories.includes(verdictOf(scope, [id]).category ?? ''))
}

const idsOf = (units: readonly Unit[]) => units.map(unit => unit.id)

const isCountry = (text: string): boolean => COUNTRIES.some(country => country === text)

export type Meant = {
  unit: string
  name: string
  kind: string
  category: string | null
  population: number | null
  /** The entry that it has already. */
  entry: { id: string; state: EntryRow['state'] } | null
}

/** Who would be invited, as it is shown before anybody is. */
export async function whoIsMeant(
  ctx: Context,
  { round: id, whom }: { round: string; whom: Whom },
): Promise<Meant[]> {
  const { round } = await placeFor(ctx, ctx.db, 'entries.invite', { round: id })
  const scope = await scopeOf(ctx.db, round)
  const taking = await entriesByUnit(ctx.db, id)
  return unitsMeant(scope, whom).map(unit => {
    const { name, kind, category, population } = verdictOf(scope, [unit])
    const entry = taking.get(unit)
    return {
      unit,
      name,
      kind,
      category,
      population,
      entry: entry ? { id: entry.id, state: entry.state } : null,
    }
  })
}

/** The counties of the round's country that can be chosen from, by name. */
export async function countiesOf(ctx: Context, id: string): Promise<{ id: string; name: string }[]> {
  const { round } = await placeFor(ctx, ctx.db, 'entries.invite', { round: id })
  return COUNTRIES.filter(country => !isCountry(round.country) || country === round.country)
    .flatMap(country => unitsAt(country, round.referenceDate, 'county'))
    .map(({ id: unit, name }) => ({ id: unit, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nb'))
}

export async function entriesByUnit(db: Db | Tx, round: string): Promise<Map<string, EntryRow>> {
  const entries = new Map((await queries.entriesOf(db, round)).map(entry => [entry.id, entry]))
  return new Map(
    (await queries.unitsOfEntries(db, round)).flatMap(({ unitId, entryId }) => {
      const entry = entries.get(entryId)
      return entry ? [[unitId, entry] as const] : []
    }),
  )
}
