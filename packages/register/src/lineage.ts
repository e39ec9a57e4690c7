import { countryOf } from './ask.ts'
import type { ChangeRow } from './country-file.ts'
import { RegisterError } from './error.ts'
import { shelf } from './shelf.ts'
import type { Country, Unit } from './unit.ts'
import { unitAt } from './units.ts'

/** How a share is known: all of the unit, people counted, or a rounded weight of the source. */
export type ShareBasis = 'whole' | 'counted' | 'estimated'

export type Relative = {
  id: string
  /** Share of the earlier unit's people, 0 to 1. */
  share: number
  /** The day of the change; of several, the last. */
  on: string
  basis: ShareBasis
}

/**
 * What a unit has become, largest share first.
 *
 * Without a date: its direct successors on the day it ended; none while it stands. With a date: the units of that
 * day, through every change on the way, so that shares multiply along the chain; a unit that still stands is its own
 * successor, since its own first day, and one that does not exist yet has none. Shares sum to 1. Only ends are
 * recorded: a unit that stands keeps all its people, even where a village changed sides.
 *
 * @throws RegisterError `unknown-unit`, `malformed-date`
 */
export function successorsOf(id: string, date?: string): Relative[] {
  const country = countryOfKnown(id)
  if (date !== undefined) return merge(follow(country, id, date, null))
  const end = changesOf(country, id)[0]
  return end ? merge(stepsOf(country, end)) : []
}

/** The units that ended in this one, each with the share of its people that came here; by id. */
export function predecessorsOf(id: string): Relative[] {
  const country = countryOfKnown(id)
  const found: Relative[] = []
  for (const [from, { becomes }] of shelf(country).records) {
    const end = becomes?.[0]
    const step = end && stepsOf(country, end).find(one => one.id === id)
    if (step) found.push({ ...step, id: from })
  }
  return found
}

function countryOfKnown(id: string): Country {
  const country = countryOf(id)
  if (country && shelf(country).records.has(id)) return country
  throw new RegisterError(
    'unknown-unit',
    `No unit "${id}" in the register. Allowed: country and official code, such as NO-0534 or SE-01.`,
  )
}

function changesOf(country: Country, id: string): readonly ChangeRow[] {
  return shelf(country).records.get(id)?.becomes ?? []
}

function stepsOf(country: Country, [on, to, basis]: ChangeRow): Relative[] {
  const weights = Object.entries(to)
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  return weights.map(([code, weight]) => ({
    id: `${country}-${code}`,
    share: weight / total,
    on,
    basis: basis ?? 'whole',
  }))
}

function follow(country: Country, id: string, date: string, reached: Relative | null): Relative[] {
  const self = unitAt(id, date)
  if (self) return [reached ?? { id, share: 1, on: firstDay(self), basis: 'whole' }]
  const change = changesOf(country, id).findLast(([on]) => on <= date)
  if (!change) return []
  return stepsOf(country, change).flatMap(step =>
    follow(country, step.id, date, {
      ...step,
      share: step.share * (reached?.share ?? 1),
      basis: weaker(step.basis, reached?.basis ?? 'whole'),
    }),
  )
}

function firstDay(unit: Unit): string {
  return shelf(unit.country).byId.get(unit.id)?.[0]?.validFrom ?? unit.validFrom
}

const STRENGTH: readonly ShareBasis[] = ['estimated', 'counted', 'whole']

function weaker(a: ShareBasis, b: ShareBasis): ShareBasis {
  return STRENGTH.indexOf(a) < STRENGTH.indexOf(b) ? a : b
}

function later(a: string, b: string): string {
  return [a, b].sort()[1] ?? a
}

/** Two ways to one successor count once. */
function merge(relatives: Relative[]): Relative[] {
  const byId = new Map<string, Relative>()
  for (const one of relatives) {
    const other = byId.get(one.id)
    byId.set(
      one.id,
      other
        ? {
            id: one.id,
            share: one.share + other.share,
            on: later(one.on, other.on),
            basis: weaker(one.basis, other.basis),
          }
        : one,
    )
  }
  return [...byId.values()].sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
}
