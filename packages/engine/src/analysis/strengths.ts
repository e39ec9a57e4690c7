import { RubricError } from '@tumstock/rubric/error'
import { placesOf } from './places.ts'
import type { Table } from './table.ts'

export type Standing = {
  id: string
  value: number
  /** 1 is best, ties share the smaller place. */
  place: number
  /** Entries that have a number. */
  of: number
}

export type Standings = { strengths: readonly Standing[]; weaknesses: readonly Standing[] }

/**
 * Where an entry stands best and worst among all entries: its best places and its worst, each at most `count`, best first
 * and worst first; equal places in the order of the table. A place that ties with the last is no strength, however small its
 * number (many zeros share a good place), and what is a strength is no weakness. COINr's `get_str_weak` leaves last places
 * out of the weaknesses too, so that there the very worst is never named.
 *
 * @param table columns to compare, one direction each
 * @param entry id of the entry
 * @param lowerIsBetter ids of columns where the lowest number is best; leaves and groups need none
 * @throws RubricError `unknown-entry` when there is no such entry
 */
export const strengthsOf = (
  table: Table,
  entry: string,
  count = 5,
  lowerIsBetter: ReadonlySet<string> = new Set(),
): Standings => {
  const row = rowOf(table, entry)
  const standings = table.columns
    .filter(({ values }) => !Number.isNaN(values[row]))
    .map(({ id, values }) => {
      const places = placesOf(lowerIsBetter.has(id) ? values.map(value => -value) : values)
      const place = places[row] as number
      const last = places.reduce((most, other) => Math.max(most, other), 0)
      const of = places.filter(other => other > 0).length
      return { standing: { id, value: values[row] as number, place, of }, isLast: place === last }
    })
    .sort((a, b) => a.standing.place - b.standing.place)
  const strengths = standings.filter(({ isLast }) => !isLast).slice(0, count)
  const rest = standings.filter(standing => !strengths.includes(standing))
  return {
    strengths: strengths.map(({ standing }) => standing),
    weaknesses: rest
      .slice(Math.max(0, rest.length - count))
      .reverse()
      .map(({ standing }) => standing),
  }
}

/** Row of an entry in a table. */
const rowOf = (table: Table, entry: string): number => {
  const row = table.entries.indexOf(entry)
  if (row === -1)
    throw new RubricError({
      code: 'unknown-entry',
      rubric: table.rubric,
      says: `no entry "${entry}" among the ${table.entries.length} given.`,
    })
  return row
}
