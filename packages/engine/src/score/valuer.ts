/** Turns what a leaf reads into its values, by its rule. */
import type { Scoring } from '@tumstock/rubric/contract'
import { RubricError, type RubricErrorCode } from '@tumstock/rubric/error'
import { isRelative, type Relative } from '@tumstock/rubric/relative'
import { banded, linear, panelled } from './absolute.ts'
import { ANSWERED, type Data } from './data.ts'
import type { Calls } from './functions.ts'
import type { Plan, PlanLeaf } from './plan.ts'
import { pointsColumn } from './points.ts'
import { gapsOf } from './present.ts'
import { placed } from './relative.ts'

/** Values over all entries (NaN = none), and what went wrong, by entry. Only asked for where there is something to read. */
export type Valued = { values: Float64Array; faults: ReadonlyMap<number, RubricError> }

export type Sources = {
  data: Data
  /** What relative rules compare with: this data alone, or that of several years. */
  among: readonly Data[]
  calls: Calls
}

type Fail = (code: RubricErrorCode, says: string) => RubricError

const NO_FAULTS: ReadonlyMap<number, RubricError> = new Map()

/** @throws RubricError `function-unknown` when a function criterion has no result in `calls` */
export const valuesOf = (plan: Plan, leaf: PlanLeaf, { data, among, calls }: Sources): Valued => {
  const { scoring } = leaf
  const fail: Fail = (code, says) => new RubricError({ code, rubric: plan.rubric, path: leaf.path, says })
  if (scoring.by === 'points') return { values: pointsColumn(leaf, data), faults: NO_FAULTS }
  if (scoring.by === 'panel') return panelValues(scoring, data.marks[leaf.path] ?? [], data, fail)
  if (scoring.by === 'function') return functionValues(scoring.name, calls.get(leaf.path), data, fail)
  const numbers = numbersIn(leaf, data)
  if (isRelative(scoring)) return relativeValues(leaf, scoring, { data, among, fail })
  if (scoring.by === 'bands') return { values: banded(scoring, numbers), faults: NO_FAULTS }
  const faults = scoring.log ? notPositive(leaf, numbers, gapsOf(leaf, data), fail) : NO_FAULTS
  return { values: linear(scoring, numbers), faults }
}

/** The one column that a rule on numbers reads. */
export const numbersIn = (leaf: PlanLeaf, data: Data): Float64Array => {
  const column = data.columns[leaf.reads[0]?.id as string]
  return column?.kind === 'number' ? column.values : new Float64Array(data.ids.length).fill(Number.NaN)
}

const panelValues = (
  scoring: Extract<Scoring, { by: 'panel' }>,
  marks: readonly (readonly number[])[],
  data: Data,
  fail: Fail,
): Valued => {
  const scale = new Set(scoring.scale.map(anchor => anchor.points))
  const values = new Float64Array(data.ids.length).fill(Number.NaN)
  const faults = new Map<number, RubricError>()
  marks.forEach((given, e) => {
    const stray = given.find(mark => !scale.has(mark))
    if (stray !== undefined)
      faults.set(e, fail('bad-mark', `${stray} is not on its scale. Allowed: ${[...scale].join(', ')}.`))
    else if (given.length > 0) values[e] = panelled(scoring, given)
  })
  return { values, faults }
}

const functionValues = (fn: string, results: ReturnType<Calls['get']>, data: Data, fail: Fail): Valued => {
  if (!results)
    throw fail('function-unknown', `function "${fn}" was not run. Call the rubric's functions first.`)
  const values = Float64Array.from(data.ids, (_, e) => results.values[e] ?? Number.NaN)
  return { values, faults: results.errors }
}

const relativeValues = (
  leaf: PlanLeaf,
  scoring: Relative,
  { data, among, fail }: Pick<Sources, 'data' | 'among'> & { fail: Fail },
): Valued => {
  const numbers = numbersIn(leaf, data)
  const compared = among.map(each => ({ numbers: numbersIn(leaf, each), gaps: gapsOf(leaf, each) }))
  const id = leaf.reads[0]?.id as string
  const all = (code: RubricErrorCode, says: string): Valued => {
    const takes = answeredIn(gapsOf(leaf, data))
    const error = fail(
      code,
      `"${id}" ${says} Compared: ${among.map(each => namesIn(each, leaf)).join('; ')}.`,
    )
    return {
      values: new Float64Array(numbers.length).fill(Number.NaN),
      faults: new Map(takes.map(e => [e, error])),
    }
  }
  const reference = scoring.by === 'reference' ? data.ids.indexOf(scoring.entry) : -1
  if (scoring.by === 'reference' && reference === -1)
    return all('unknown-entry', `is compared with entry "${scoring.entry}", which is not there.`)
  const referenceNumber = numbers[reference] ?? Number.NaN
  if (scoring.by === 'reference' && Number.isNaN(referenceNumber))
    return all('no-number', `has none for entry "${scoring.entry}", with which it is compared.`)
  const values = placed(scoring, numbers, compared, referenceNumber)
  return values instanceof Float64Array ? { values, faults: NO_FAULTS } : all(values.code, values.says)
}

const NAMED = 5

/** The entries that are compared, the first few by name. */
const namesIn = (data: Data, leaf: PlanLeaf): string => {
  const takes = answeredIn(gapsOf(leaf, data))
  const names = takes.slice(0, NAMED).map(e => data.ids[e])
  return takes.length > NAMED ? `${names.join(', ')} and ${takes.length - NAMED} more` : names.join(', ')
}

const answeredIn = (gaps: Uint8Array): number[] =>
  [...gaps].flatMap((gap, e) => (gap === ANSWERED ? [e] : []))

const notPositive = (
  leaf: PlanLeaf,
  numbers: Float64Array,
  gaps: Uint8Array,
  fail: Fail,
): Valued['faults'] => {
  const faults = new Map<number, RubricError>()
  for (const e of answeredIn(gaps)) {
    const value = numbers[e] as number
    if (!(value > 0))
      faults.set(
        e,
        fail('not-positive', `"${leaf.reads[0]?.id}" is ${value}, which has no logarithm. Allowed: above 0.`),
      )
  }
  return faults
}
