import {
  type Changed,
  everyEntry,
  filled,
  type Given,
  isOpen,
  type NumberColumn,
  numbersOf,
  readingsFor,
  type StepFault,
  type StepOf,
  stepError,
} from './given.ts'
import { centre, noNumber } from './impute-column.ts'
import type { Reading } from './readings.ts'

type Step = Extract<StepOf<'impute'>, { by: 'rowMean' | 'rowMedian' }>

/** One indicator with its range, before the step. */
type Ranged = { reading: Reading; column: NumberColumn; min: number; max: number }

/**
 * Fills cells from the entry's own other indicators. Each is brought to z = (x − min)/(max − min), mirrored where lower is
 * better; the mean or median z of those that the entry has is put back on the missing one's own range and direction.
 * With `siblings` only indicators count that a criterion of the same group reads. An indicator without spread says
 * nothing of an entry and does not count; an entry with nothing to go by keeps its gap. COINr 1.1.14, `Impute` by row.
 *
 * Faults: `no-number` for an indicator without a single number; `bad-rubric` where one is read in both directions.
 *
 * @throws RubricError `unknown-read` for an id that is no indicator
 */
export const imputeRow = (step: Step, given: Given): Changed => {
  const columns: Record<string, NumberColumn> = {}
  const faults: StepFault[] = []
  const sources = given.readings.map(reading => rangedOf(given, reading))
  for (const reading of readingsFor(given, step.of)) {
    const target = rangedOf(given, reading)
    const open = everyEntry(given.data).filter(e => isOpen(given.data, target.column, reading, e))
    if (open.length === 0) continue
    const near = sourcesFor(step, reading, sources)
    const torn = [target, ...near].find(each => each.reading.lowerIsBetter === null)
    if (torn) {
      const says = `criteria read "${torn.reading.id}" in both directions, so it cannot be brought to one.`
      faults.push({
        indicators: [reading.id],
        entries: open,
        error: stepError(given, 'bad-rubric', `${says} Give it one, or leave it out of the step.`),
      })
    } else if (Number.isNaN(target.min)) faults.push(noNumber(given, reading.id, open))
    else columns[reading.id] = filled(target.column, fillsOf(step, target, near, open))
  }
  return { columns, faults }
}

/** The indicators whose numbers an entry's missing one is made from. */
export const sourcesFor = <S extends { reading: Reading }>(
  { siblings }: Step,
  { id, groups }: Reading,
  sources: readonly S[],
): S[] =>
  sources.filter(({ reading }) => reading.id !== id && (!siblings || !reading.groups.isDisjointFrom(groups)))

const rangedOf = (given: Given, reading: Reading): Ranged => {
  const column = numbersOf(given, reading.id)
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (const value of column.values) {
    if (value < min) min = value
    if (value > max) max = value
  }
  return max >= min ? { reading, column, min, max } : { reading, column, min: Number.NaN, max: Number.NaN }
}

const fillsOf = (
  step: Step,
  target: Ranged,
  sources: readonly Ranged[],
  open: readonly number[],
): Map<number, number> => {
  const fills = new Map<number, number>()
  for (const entry of open) {
    const places = Float64Array.from(sources, source => placeOf(source, entry))
      .filter(place => !Number.isNaN(place))
      .sort()
    if (places.length === 0) continue
    const place = centre(step.by === 'rowMean' ? 'mean' : 'median', places)
    const up = target.reading.lowerIsBetter ? 1 - place : place
    fills.set(entry, target.min + up * (target.max - target.min))
  }
  return fills
}

const placeOf = ({ reading, column, min, max }: Ranged, entry: number): number => {
  if (!(max > min)) return Number.NaN
  const place = ((column.values[entry] as number) - min) / (max - min)
  return reading.lowerIsBetter ? 1 - place : place
}
