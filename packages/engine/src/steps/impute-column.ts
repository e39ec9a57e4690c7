import type { Data } from '../score/data.ts'
import { mean } from '../score/statistics.ts'
import {
  type Changed,
  everyEntry,
  filled,
  type Given,
  isOpen,
  type NumberColumn,
  namesOf,
  numbersOf,
  readingsFor,
  type StepFault,
  type StepOf,
  stepError,
} from './given.ts'

type Step = Extract<StepOf<'impute'>, { by: 'mean' | 'median' }>

/**
 * Fills cells with the mean or median of the other entries' numbers: of all, or of those of the same category or answer.
 * An entry without a category or answer, or whose group has no number, keeps its gap: the missing policy decides then.
 * An indicator without a single number is the fault `no-number`. COINr 1.1.14, `i_mean`, `i_median`, `i_mean_grp`.
 *
 * @throws RubricError `unknown-read` for an id that is no indicator, or a `within` that is no choice question
 */
export const imputeColumn = (step: Step, given: Given): Changed => {
  const columns: Record<string, NumberColumn> = {}
  const faults: StepFault[] = []
  const groups = groupsOf(given, step.within)
  for (const reading of readingsFor(given, step.of)) {
    const column = numbersOf(given, reading.id)
    const open = everyEntry(given.data).filter(e => isOpen(given.data, column, reading, e))
    if (open.length === 0) continue
    const made = new Map<number, number>()
    const fills = new Map<number, number>()
    for (const entry of open) {
      const group = groups.of(entry)
      if (group === null) continue
      const known = made.get(group) ?? centre(step.by, groups.numbers(column, group))
      made.set(group, known)
      if (!Number.isNaN(known)) fills.set(entry, known)
    }
    if (column.values.every(Number.isNaN)) faults.push(noNumber(given, reading.id, open))
    columns[reading.id] = filled(column, fills)
  }
  return { columns, faults }
}

export const noNumber = (given: Given, id: string, entries: readonly number[]): StepFault => {
  const says = `"${id}" has no number at all to impute from for ${namesOf(given.data, entries)}. It needs one.`
  return { indicators: [id], entries, error: stepError(given, 'no-number', says) }
}

/** NaN of nothing. The mean of ascending numbers does not depend on the order of the entries. */
export const centre = (by: 'mean' | 'median', ascending: Float64Array): number =>
  by === 'mean' ? mean(ascending) : median(ascending)

const median = (ascending: Float64Array): number => {
  const middle = ascending.length >> 1
  if (ascending.length % 2 === 1) return ascending[middle] as number
  return ((ascending[middle - 1] as number) + (ascending[middle] as number)) / 2
}

type Groups = {
  /** Null = in none. */
  of: (entry: number) => number | null
  /** The numbers of a group, ascending. */
  numbers: (column: NumberColumn, group: number) => Float64Array
  nameOf: (group: number) => string | undefined
}

export const groupsOf = (given: Given, within: string | undefined): Groups => {
  const { of, names } = groupColumn(given, within)
  return {
    of: entry => (of === null ? 0 : (of[entry] as number) < 0 ? null : (of[entry] as number)),
    numbers: ({ values }, group) =>
      values.filter((value, e) => !Number.isNaN(value) && (of === null || of[e] === group)).sort(),
    nameOf: group => names[group],
  }
}

const groupColumn = (
  given: Given,
  within: string | undefined,
): { of: Int16Array | null; names: readonly string[] } => {
  const { data, plan }: { data: Data; plan: Given['plan'] } = given
  if (within === undefined) return { of: null, names: [] }
  if (within === 'category') return { of: data.category, names: plan.categories }
  const column = data.columns[within]
  if (column?.kind === 'choice') return { of: column.values, names: column.options }
  throw stepError(given, 'unknown-read', `"${within}" is neither "category" nor a choice question.`)
}
