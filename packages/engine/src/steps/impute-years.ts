import {
  type Changed,
  everyEntry,
  filled,
  type Given,
  isOpen,
  type NumberColumn,
  numbersOf,
  readingsFor,
  type StepOf,
} from './given.ts'

type Step = Extract<StepOf<'impute'>, { by: 'last' | 'linear' | 'constant' }>

/** An entry's number in another year. */
type Point = { year: number; value: number }

/**
 * Fills cells from the same entry's other years: `last`, the last year before that has a number; `linear`, on the line
 * between the years on both sides, y₁ + (y₂ − y₁)(t − t₁)/(t₂ − t₁), at either end of them the nearest; `constant`, the last
 * before, else the first after. Only numbers count that were there before the step. An entry without such a year keeps
 * its gap. COINr 1.1.14, `impute_panel` with `latest`, `linear`, `constant`.
 *
 * @throws RubricError `unknown-read` for an id that is no indicator
 */
export const imputeYears = (step: Step, given: Given): Changed => {
  const columns: Record<string, NumberColumn> = {}
  const pointsOf = pointsFinder(given)
  for (const reading of readingsFor(given, step.of)) {
    const column = numbersOf(given, reading.id)
    const fills = new Map<number, number>()
    for (const entry of everyEntry(given.data)) {
      if (!isOpen(given.data, column, reading, entry)) continue
      const { value } = fromYears(step.by, given.year, pointsOf(reading.id, entry))
      if (!Number.isNaN(value)) fills.set(entry, value)
    }
    if (fills.size > 0) columns[reading.id] = filled(column, fills)
  }
  return { columns, faults: [] }
}

/** Finds the numbers of one of this year's entries in all years, in order of time. */
export const pointsFinder = ({ data, years }: Given): ((id: string, entry: number) => Point[]) => {
  const placed = years.map(({ year, data: other }) => ({
    year,
    other,
    at: new Map(other.ids.map((id, entry) => [id, entry])),
  }))
  return (id, entry) =>
    placed.flatMap(({ year, other, at }) => {
      const column = other.columns[id]
      const there = at.get(data.ids[entry] as string)
      if (there === undefined || column?.kind !== 'number') return []
      const value = column.values[there] as number
      return Number.isNaN(value) ? [] : [{ year, value }]
    })
}

/** The number for a year (NaN = none), and the years that it is made from. */
export const fromYears = (
  by: Step['by'],
  year: number,
  points: readonly Point[],
): { value: number; years: number[] } => {
  const before = points.findLast(point => point.year < year)
  const after = points.find(point => point.year > year)
  if (by === 'linear' && before && after) {
    const share = (year - before.year) / (after.year - before.year)
    return {
      value: before.value + (after.value - before.value) * share,
      years: [before.year, after.year],
    }
  }
  const nearest = by === 'last' ? before : (before ?? after)
  return nearest ? { value: nearest.value, years: [nearest.year] } : { value: Number.NaN, years: [] }
}
