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

/** Where each entry of a table stands among all, ranked once for all of them. */
export type StandingsOf = (entry: string, count?: number) => Standings

/**
 * Where an entry stands best and worst among all entries: its best places and its worst, each at most `count` (5), best first
 * and worst first; equal places in the order of the table, among weaknesses from its end as in COINr. A place that ties with
 * the last is no strength, however small its number (many zeros share a good place), and what is a strength is no weakness.
 * COINr's `get_str_weak` leaves last places out of the weaknesses too, so that there the very worst is never named.
 *
 * @param table columns to compare, one direction each
 * @param lowerIsBetter ids of columns where the lowest number is best; leaves and groups need none
 * @returns by entry; throws RubricError `unknown-entry` when there is no such entry
 */
export const standingsIn = (table: Table, lowerIsBetter: ReadonlySet<string> = new Set()): StandingsOf => {
  const columns = table.columns.map(({ id, values }) => {
    const places = placesOf(lowerIsBetter.has(id) ? values.map(value => -value) : values)
    const last = places.reduce((most, place) => Math.max(most, place), 0)
    return { id, values, places, last, of: places.filter(place => place > 0).length }
  })
  const rows = new Map(table.entries.map((entry, row) => [entry, row]))
  return (entry, count = 5) => {
    const row = rows.get(entry)
    if (row === undefined)
      throw new RubricError({
        code: 'unknown-entry',
        rubric: table.rubric,
        says: `no entry "${entry}" among the ${table.entries.length} given.`,
      })
    const standings = columns
      .filter(({ values }) => !Number.isNaN(values[row]))
      .map(({ id, values, places, last, of }) => {
        const place = places[row] as number
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
}
