import { randomUUID } from 'node:crypto'
import { populationAt } from '@tumstock/register/population'
import { unitAt } from '@tumstock/register/units'
import type { Insertable } from 'kysely'
import type { EntryTable, EntryUnitTable } from '../db/schema.ts'
import { Refusal } from '../refusal.ts'
import { type Assigned, categoryOf } from './category.ts'
import type { Scope } from './unit-lookup.ts'

export type MadeEntry = { entry: Insertable<EntryTable>; units: EntryUnitTable[] }

export type EntryWish = {
  /** The lead first. */
  units: readonly string[]
  name?: string
  category?: string | null
  importId?: string
}

/** Inhabitants of all units at the date; null as soon as one is not known, since a part would pass for the whole. */
const populationOf = (units: readonly string[], date: string): number | null => {
  const counts = units.map(id => populationAt(id, date)?.value ?? null)
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0)
}

/** The rows of a new entry, its category told by kind and population at the reference date unless one is given. */
export const makeEntry = (round: string, scope: Scope, wish: EntryWish, now: string): MadeEntry => {
  const date = scope.referenceDate
  const units = wish.units.map(id => {
    const unit = unitAt(id, date)
    if (!unit)
      throw new Refusal('bad-input', `There is no unit ${id} on ${date}, the round's reference date.`)
    return unit
  })
  const [lead] = units
  if (!lead) throw new Refusal('bad-input', 'An entry has at least one unit.')
  const population = populationOf(wish.units, date)
  const assigned: Assigned =
    wish.category == null
      ? categoryOf(scope.rubric, { kind: lead.kind, population })
      : { category: wish.category, reason: 'given' }
  const id = randomUUID()
  const entry = {
    id,
    roundId: round,
    name: wish.name ?? units.map(unit => unit.name).join(', '),
    category: assigned.category,
    categoryReason: assigned.reason,
    population,
    kind: lead.kind,
    country: lead.country,
    participation: 'compete' as const,
    state: 'accepted' as const,
    origin: wish.importId === undefined ? ('invited' as const) : ('imported' as const),
    importId: wish.importId ?? null,
    createdAt: now,
    version: 1,
  }
  return {
    entry,
    units: units.map((unit, position) => ({
      entryId: id,
      roundId: round,
      unitId: unit.id,
      position,
      ownEntryId: null,
    })),
  }
}
