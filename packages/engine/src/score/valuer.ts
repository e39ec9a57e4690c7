/** Turns a leaf's rule into a function from entry to value. */
import type { Scoring } from '@tumstock/rubric/contract'
import { RubricError, type RubricErrorCode } from '@tumstock/rubric/error'
import { banded, linear, panelled } from './absolute.ts'
import type { Data } from './data.ts'
import type { Calls } from './functions.ts'
import type { Plan, PlanLeaf } from './plan.ts'
import { pointsValuer } from './points.ts'
import { basisOf, hasSpread, isRelative, place, type RelativeRule } from './relative.ts'

/** A value 0..1, null for no score, or what went wrong. */
type Valuer = (entry: number) => number | null | RubricError

type Sources = {
  data: Data
  calls: Calls
  /** Whether the criterion applies to the entry and has something to read there. */
  takes: (entry: number) => boolean
}

type Fail = (code: RubricErrorCode, says: string) => RubricError

/** Only asked for entries that have something to compute from. */
export const valuerOf = (plan: Plan, leaf: PlanLeaf, { data, calls, takes }: Sources): Valuer => {
  const { scoring } = leaf
  const fail: Fail = (code, says) => new RubricError({ code, rubric: plan.rubric, path: leaf.path, says })
  if (scoring.by === 'points') return pointsValuer(leaf, data)
  if (scoring.by === 'panel') return panelValuer(scoring, data.marks[leaf.path] ?? [], fail)
  if (scoring.by === 'function') return functionValuer(scoring.name, calls.get(leaf.path), fail)
  const id = leaf.reads[0]?.id as string
  const column = data.columns[id]
  const numbers = column?.kind === 'number' ? column.values : new Float64Array(data.ids.length)
  if (isRelative(scoring)) return relativeValuer(scoring, id, { numbers, takes, fail })
  if (scoring.by === 'bands') return e => banded(scoring, numbers[e] as number)
  return e => {
    const value = numbers[e] as number
    return scoring.log && value <= 0 ? notPositive(fail, id, value) : linear(scoring, value)
  }
}

const panelValuer = (
  scoring: Extract<Scoring, { by: 'panel' }>,
  marks: readonly (readonly number[])[],
  fail: Fail,
): Valuer => {
  const scale = new Set(scoring.scale.map(anchor => anchor.points))
  return e => {
    const given = marks[e] ?? []
    const stray = given.find(mark => !scale.has(mark))
    if (stray === undefined) return panelled(scoring, given)
    return fail('bad-mark', `${stray} is not on its scale. Allowed: ${[...scale].join(', ')}.`)
  }
}

const functionValuer = (fn: string, results: ReturnType<Calls['get']>, fail: Fail): Valuer => {
  if (!results)
    throw fail('function-unknown', `function "${fn}" was not run. Call the rubric's functions first.`)
  return e => {
    const value = results.values[e] ?? Number.NaN
    return results.errors.get(e) ?? (Number.isNaN(value) ? null : value)
  }
}

type Round = { numbers: Float64Array; takes: Sources['takes']; fail: Fail }

const relativeValuer = (rule: RelativeRule, id: string, { numbers, takes, fail }: Round): Valuer => {
  const basis = basisOf(rule, comparedWith(rule, numbers, takes))
  const noSpread = fail(
    'zero-range',
    `"${id}" does not tell the entries of the round apart, so "${rule.by}" cannot place them. It needs two values.`,
  )
  return e => {
    const value = numbers[e] as number
    if (rule.treat === 'log' && value <= 0) return notPositive(fail, id, value)
    return hasSpread(basis) ? place(rule, basis, basis.treat(value)) : noSpread
  }
}

const notPositive = (fail: Fail, id: string, value: number): RubricError =>
  fail('not-positive', `"${id}" is ${value}, which has no logarithm. Allowed: above 0.`)

/** What a relative rule compares with: the numbers of all entries that the criterion applies to and that have one. */
export const comparedWith = (
  rule: RelativeRule,
  numbers: Float64Array,
  takes: (entry: number) => boolean,
): Float64Array => numbers.filter((value, e) => takes(e) && (rule.treat !== 'log' || value > 0))
