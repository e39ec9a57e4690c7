import {
  ascendingOf,
  type Changed,
  everyEntry,
  type Given,
  type NumberColumn,
  namesOf,
  numbersOf,
  readingsFor,
  type StepFault,
  type StepOf,
  stepError,
} from './given.ts'
import { type Transformed, transformOf } from './transform.ts'
import { type Shape, shapeOf, type Winsorised, winsorise } from './winsorise.ts'

type Step = StepOf<'treat'>

/** What was done to one indicator, and how uneven it was at each stage; null where that was not reached. */
export type Treatment = {
  id: string
  before: Shape
  winsorised: (Winsorised & { after: Shape }) | null
  transformed: Shape | null
  /** What its numbers are after the step. */
  result: 'asItWas' | 'winsorised' | 'transformed'
}

/**
 * Treats outliers indicator by indicator: what passes the test stays as it is; what fails is winsorised; what still fails is
 * transformed, from its numbers before winsorising or, with `both`, after, and stays so whether it passes then or not.
 * Without a test every part of the step is done. COINr 1.1.14, `Treat`.
 *
 * Faults: `zero-range` or `not-positive` for an indicator that the transform cannot take.
 *
 * @returns new columns of what changed, and a row for each indicator that has a number
 * @throws RubricError `unknown-read` for an id that is no indicator
 */
export const treat = (step: Step, given: Given): Changed & { table: Treatment[] } => {
  const columns: Record<string, NumberColumn> = {}
  const faults: StepFault[] = []
  const table: Treatment[] = []
  for (const { id } of readingsFor(given, step.of)) {
    const column = numbersOf(given, id)
    const ascending = ascendingOf(column)
    if (ascending.length === 0) continue
    const { row, apply, wrong } = treatmentOf(step, id, ascending)
    table.push(row)
    if (apply) columns[id] = { ...column, values: column.values.map(apply) }
    if (wrong) {
      const entries = everyEntry(given.data).filter(e => !Number.isNaN(column.values[e]))
      const says = `"${id}" cannot be transformed: ${wrong.says} It has numbers for ${namesOf(given.data, entries)}.`
      faults.push({ indicators: [id], entries, error: stepError(given, wrong.wrong, says) })
    }
  }
  return { columns, faults, table }
}

type Outcome = {
  row: Treatment
  apply?: (value: number) => number
  wrong?: Extract<Transformed, { wrong: string }>
}

/** NaN stays NaN under what is returned: neither a comparison nor a logarithm makes a number of it. */
const treatmentOf = (step: Step, id: string, ascending: Float64Array): Outcome => {
  const before = shapeOf(ascending, step.test)
  const row: Treatment = { id, before, winsorised: null, transformed: null, result: 'asItWas' }
  if (before.passes) return { row }
  const clamped = step.winsorise ? clampedOf(step, ascending) : null
  if (clamped) {
    row.winsorised = { ...clamped.bounds, after: shapeOf(clamped.numbers, step.test) }
    row.result = clamped.bounds.moved > 0 ? 'winsorised' : 'asItWas'
  }
  if (step.then === undefined || row.winsorised?.after.passes)
    return clamped && row.result === 'winsorised' ? { row, apply: clamped.apply } : { row }
  const first = step.both && clamped ? clamped : { numbers: ascending, apply: (value: number) => value }
  const transform = transformOf(step.then, first.numbers)
  if ('wrong' in transform) return { row, wrong: transform }
  row.transformed = shapeOf(first.numbers.map(transform.apply), step.test)
  row.result = 'transformed'
  return { row, apply: value => transform.apply(first.apply(value)) }
}

const clampedOf = ({ test, winsorise: by }: Step, ascending: Float64Array) => {
  const bounds = winsorise(ascending, test, by?.most ?? Number.POSITIVE_INFINITY)
  const apply = (value: number): number => Math.min(bounds.high, Math.max(bounds.low, value))
  return { bounds, apply, numbers: ascending.map(apply) }
}
