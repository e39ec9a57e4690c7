import { countryOf } from './ask.ts'
import { countryFile } from './country-file.ts'
import { shelf, validAt } from './shelf.ts'
import { citation } from './sources.ts'
import type { Unit } from './unit.ts'
import { unitAt, unitsAt } from './units.ts'

export type Population = {
  value: number
  /** The day that was counted. */
  asOf: string
  source: string
}

/**
 * Every count of a unit, by date; empty if there is none. A county's is the sum of its municipalities on that day,
 * and is missing as soon as one of theirs is: a sum with a gap would pass for a count.
 */
export function populationsOf(id: string): Population[] {
  const country = countryOf(id)
  const units = (country && shelf(country).byId.get(id)) ?? []
  if (!country || units.length === 0) return []
  const { dates, source } = countryFile(country).population
  return dates.flatMap((asOf, at) => {
    const unit = units.find(one => validAt(one, asOf))
    const value = unit ? countOf(unit, asOf, at) : null
    if (!unit || value === null) return []
    const cited = citation(country, source)
    return [{ value, asOf, source: unit.kind === 'county' ? `sum of its municipalities: ${cited}` : cited }]
  })
}

function countOf(unit: Unit, asOf: string, at: number): number | null {
  const { records } = shelf(unit.country)
  if (unit.kind === 'municipality') return records.get(unit.id)?.population?.[at] ?? null
  let sum = 0
  for (const part of unitsAt(unit.country, asOf, 'municipality')) {
    if (part.county !== unit.code) continue
    const value = records.get(part.id)?.population?.[at] ?? null
    if (value === null) return null
    sum += value
  }
  return sum
}

/**
 * The latest count of a unit at or before a day, with the day it is from. Null if the unit does not exist on that
 * day or was not counted up to then: never a neighbour's, a successor's or a later count.
 *
 * @throws RegisterError `malformed-date`
 */
export function populationAt(id: string, date: string): Population | null {
  if (!unitAt(id, date)) return null
  return populationsOf(id).findLast(count => count.asOf <= date) ?? null
}
