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
import { place } from './relative.ts'

export type Sources = {
  data: Data
  /** What relative rules compare with: this data alone, or that of several years. */
  among: readonly Data[]
  calls: Calls
}

/** What went wrong, by entry. */
type Faults = ReadonlyMap<number, RubricError>

type Fail = (code: RubricErrorCode, says: string) => RubricError

const NO_FAULTS: Faults = new Map()

/**
 * Writes a leaf's values over all entries, NaN where there is none. What stands there counts only for entries that the leaf
 * applies to and that satisfy its `missing` policy.
 *
 * @throws RubricError `function-unknown` when a function criterion has no result in `calls`
 */
export const valuesInto = (plan: Plan, leaf: PlanLeaf, sources: Sources, into: Float64Array): Faults => {
  const { scoring } = leaf
  const { data, calls } = sources
  const fail: Fail = (code, says) => new RubricError({ code, rubric: plan.rubric, path: leaf.path, says })
  if (scoring.by === 'points') pointsColumn(leaf, data, into)
  else if (scoring.by === 'panel') return panelValues(scoring, data.marks[leaf.path] ?? [], fail, into)
  else if (scoring.by === 'function') return functionValues(scoring.name, calls.get(leaf.path), fail, into)
  else if (isRelative(scoring)) return relativeValues(leaf, scoring, { ...sources, fail }, into)
  else if (scoring.by === 'bands') banded(scoring, numbersIn(leaf, data), into)
  else {
    linear(scoring, numbersIn(leaf, data), into)
    if (scoring.log) return notPositive(leaf, numbersIn(leaf, data), gapsOf(leaf, data), fail)
  }
  return NO_FAULTS
}

/** The one column that a rule on numbers reads. */
export const numbersIn = (leaf: PlanLeaf, data: Data): Float64Array => {
  const column = data.columns[leaf.reads[0]?.id as string]
  return column?.kind === 'number' ? column.values : new Float64Array(data.ids.length).fill(Number.NaN)
}

const panelValues = (
  scoring: Extract<Scoring, { by: 'panel' }>,
  marks: readonly (readonly number[])[],
  fail: Fail,
  into: Float64Array,
): Faults => {
  const scale = new Set(scoring.scale.map(anchor => anchor.points))
  const faults = new Map<number, RubricError>()
  into.fill(Number.NaN)
  marks.forEach((given, e) => {
    const stray = given.find(mark => !scale.has(mark))
    if (stray !== undefined)
      faults.set(e, fail('bad-mark', `${stray} is not on its scale. Allowed: ${[...scale].join(', ')}.`))
    else if (given.length > 0) into[e] = panelled(scoring, given)
  })
  return faults
}

const functionValues = (
  fn: string,
  results: ReturnType<Calls['get']>,
  fail: Fail,
  into: Float64Array,
): Faults => {
  if (!results)
    throw fail('function-unknown', `function "${fn}" was not run. Call the rubric's functions first.`)
  for (let e = 0; e < into.length; e++) into[e] = results.values[e] ?? Number.NaN
  return results.errors
}

const relativeValues = (
  leaf: PlanLeaf,
  scoring: Relative,
  { data, among, fail }: Pick<Sources, 'data' | 'among'> & { fail: Fail },
  into: Float64Array,
): Faults => {
  const numbers = numbersIn(leaf, data)
  const all = (code: RubricErrorCode, says: string): Faults => {
    const compared = among.map(each => namesIn(each, leaf)).join('; ')
    const error = fail(code, `"${leaf.reads[0]?.id}" ${says} Compared: ${compared}.`)
    into.fill(Number.NaN)
    return new Map(answeredIn(gapsOf(leaf, data)).map(e => [e, error]))
  }
  const entry = scoring.by === 'reference' ? scoring.entry : null
  const at = entry === null ? -1 : data.ids.indexOf(entry)
  const reference = numbers[at] ?? Number.NaN
  if (entry !== null && at === -1)
    return all('unknown-entry', `is compared with entry "${entry}", which is not there.`)
  if (entry !== null && Number.isNaN(reference))
    return all('no-number', `has none for entry "${entry}", with which it is compared.`)
  const compared = among.map(each => ({ numbers: numbersIn(leaf, each), gaps: gapsOf(leaf, each) }))
  const unplaced = place(scoring, { numbers, among: compared, reference }, into)
  return unplaced ? all(unplaced.code, unplaced.says) : NO_FAULTS
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

const notPositive = (leaf: PlanLeaf, numbers: Float64Array, gaps: Uint8Array, fail: Fail): Faults => {
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
