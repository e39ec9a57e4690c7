import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { EntryTable, EntryUnitTable } from '../db/schema.ts'
import type { Scope } from './unit-lookup.ts'
import { unitsAtDate, verdictOf } from './verdict.ts'

export type MadeEntry = { entry: Insertable<EntryTable>; units: EntryUnitTable[] }

export type EntryWish = {
  /** The lead first. */
  units: readonly string[]
  name?: string
  category?: string | null
  importId?: string
  /** Without it the entry takes part without being asked. */
  state?: 'nominated' | 'invited'
  contact?: string
  language?: string
}

/** The rows of a new entry, its category told by kind and population at the reference date unless one is given. */
export const makeEntry = (round: string, scope: Scope, wish: EntryWish, now: string): MadeEntry => {
  const { reason, category, ...verdict } = verdictOf(scope, wish.units)
  const assigned =
    wish.category == null
      ? { category, categoryReason: reason }
      : { category: wish.category, categoryReason: 'given' as const }
  const id = randomUUID()
  const entry = {
    id,
    roundId: round,
    ...verdict,
    name: wish.name ?? verdict.name,
    ...assigned,
    participation: 'compete' as const,
    state: wish.state ?? ('accepted' as const),
    origin: originOf(wish),
    contact: wish.contact ?? null,
    language: wish.language ?? null,
    importId: wish.importId ?? null,
    createdAt: now,
    version: 1,
  }
  const units = unitsAtDate(scope, wish.units).map((unit, position) => ({
    entryId: id,
    roundId: round,
    unitId: unit.id,
    position,
    ownEntryId: null,
  }))
  return { entry, units }
}

const originOf = ({ importId, state }: EntryWish): EntryTable['origin'] => {
  if (importId !== undefined) return 'imported'
  return state === 'nominated' ? 'nominated' : 'invited'
}
