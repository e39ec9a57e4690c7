import { similarUnits } from '@tumstock/engine/similar-units'
import type { ResultRow, Results } from '../results/results.ts'

const MOST_SIMILAR = 8

export type Similar = {
  entry: string
  unit: string
  name: string
  population: number
  percent: number | null
  /** The unit's own per cent less this one's; null where either has none. */
  difference: number | null
  at: number
}

type Row = Pick<ResultRow, 'entry' | 'units' | 'name' | 'kind' | 'country' | 'population' | 'percent'>

/** The entries of a round that are of the same country and kind and nearest in population, with the difference to each. */
export const similarIn = (rows: readonly Row[], entry: string): Similar[] => {
  const own = rows.find(row => row.entry === entry)
  if (!own || own.population === null) return []
  const sized = rows.flatMap(({ entry: id, name, kind, country, population }) =>
    population === null || country !== own.country || id === entry ? [] : [{ id, name, kind, population }],
  )
  const target = { id: entry, name: own.name, kind: own.kind, population: own.population }
  return similarUnits(target, sized, MOST_SIMILAR).map(({ id, name, population }) => {
    const at = rows.findIndex(row => row.entry === id)
    const percent = rows[at]?.percent ?? null
    return {
      entry: id,
      unit: rows[at]?.units[0] ?? '',
      name,
      population,
      percent,
      difference: own.percent === null || percent === null ? null : own.percent - percent,
      at,
    }
  })
}

/** By dimension, the values of these rows that are known. */
export const valuesAt = (dimensions: Results['dimensions'], rows: readonly number[]): Map<string, number[]> =>
  new Map(dimensions.map(({ dimension, values }) => [dimension, rows.flatMap(at => values[at] ?? [])]))
