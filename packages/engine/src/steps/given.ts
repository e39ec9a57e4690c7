/** What every step is given and gives back. */
import type { Step } from '@tumstock/rubric/contract'
import { RubricError, type RubricErrorCode } from '@tumstock/rubric/error'
import { ANSWERED, type Column, type Data, UNANSWERED, UNKNOWN } from '../score/data.ts'
import type { Plan } from '../score/plan.ts'
import type { Reading } from './readings.ts'

export type NumberColumn = Extract<Column, { kind: 'number' }>

export type StepOf<D extends Step['do']> = Extract<Step, { do: D }>

/** One year's data; `year` counts in whole or parts of years. */
export type YearData = { year: number; data: Data }

export type Given = {
  plan: Plan
  /** Every indicator that a criterion reads, in the order of their ids. */
  readings: readonly Reading[]
  /** Index of the step. */
  step: number
  /** As the steps before left it. */
  data: Data
  year: number
  /** The data of all years as the steps before left them, this one's too, in order of time. */
  years: readonly YearData[]
}

/** Numbers that could not be made: criteria that read one of the indicators fail for the entries. */
export type StepFault = { indicators: readonly string[]; entries: readonly number[]; error: RubricError }

/** What a step changed: whole columns, by indicator. Columns that are not named stay as they are. */
export type Changed = { columns: Readonly<Record<string, NumberColumn>>; faults: readonly StepFault[] }

export const stepError = ({ plan, step }: Given, code: RubricErrorCode, says: string): RubricError =>
  new RubricError({ code, rubric: plan.rubric, path: `steps.${step}`, says })

/** @throws RubricError `unknown-read` when there is no such indicator */
export const numbersOf = (given: Given, id: string): NumberColumn => {
  const column = given.data.columns[id]
  if (column?.kind === 'number') return column
  throw stepError(given, 'unknown-read', `"${id}" is not an indicator of this rubric.`)
}

/** The readings of the indicators that a step is for. */
export const readingsFor = (given: Given, of: readonly string[] | undefined): readonly Reading[] => {
  if (of === undefined) return given.readings
  const byId = new Map(given.readings.map(reading => [reading.id, reading]))
  return of
    .toSorted()
    .map(id => byId.get(id) ?? { id, lowerIsBetter: false, groups: new Set(), appliesIn: null })
}

/** True where a number is missing that an entry should have: not where the indicator does not apply to it. */
export const isOpen = (
  data: Data,
  { gaps }: NumberColumn,
  { appliesIn }: Reading,
  entry: number,
): boolean => {
  if (gaps[entry] !== UNANSWERED && gaps[entry] !== UNKNOWN) return false
  if (data.leftOut?.[entry]) return false
  return appliesIn === null || appliesIn[data.category[entry] as number] === 1
}

/** The same column with numbers put where there were none, marked as imputed. NaN leaves a cell as it is. */
export const filled = (column: NumberColumn, fills: ReadonlyMap<number, number>): NumberColumn => {
  const values = column.values.slice()
  const gaps = column.gaps.slice()
  const imputed = column.imputed?.slice() ?? new Uint8Array(values.length)
  for (const [entry, value] of fills) {
    values[entry] = value
    gaps[entry] = ANSWERED
    imputed[entry] = 1
  }
  return { kind: 'number', values, gaps, imputed }
}

/** The numbers that a column has, ascending: what is computed from them does not depend on the order of the entries. */
export const ascendingOf = ({ values }: NumberColumn): Float64Array =>
  values.filter(value => !Number.isNaN(value)).sort()

const NAMED = 5

/** Entries by name for a message: the first few, and how many more. */
export const namesOf = (data: Data, entries: readonly number[]): string => {
  const names = entries.slice(0, NAMED).map(entry => data.ids[entry])
  const more = entries.length - names.length
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ')
}

export const everyEntry = (data: Data): number[] => data.ids.map((_, entry) => entry)
