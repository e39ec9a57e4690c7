/** Stage one: the value of every leaf for every entry. Does not depend on weights. */
import { RubricError, type RubricErrorCode } from '@tumstock/rubric/error'
import { banded, linear, panelled } from './absolute.ts'
import type { Data } from './data.ts'
import type { Calls } from './functions.ts'
import type { Plan, PlanLeaf } from './plan.ts'
import { pointsValuer } from './points.ts'
import { presenceOf, settle } from './present.ts'
import { basisOf, hasSpread, place, type RelativeRule } from './relative.ts'
import {
  ERROR,
  NOT_APPLICABLE,
  type NodeResult,
  SCORED,
  type ScoringFault,
  UNANSWERED,
  UNVERIFIED,
} from './results.ts'

export type Leaves = {
  entries: number
  /** By node index; null for groups. */
  byNode: readonly (NodeResult | null)[]
  errors: readonly ScoringFault[]
}

/** A value 0..1, null for no score, or what went wrong. */
type Valuer = (entry: number) => number | null | RubricError

/**
 * Scores the leaves.
 *
 * @param calls results of the rubric's functions, from `callFunctions` or from the process that runs them
 * @throws RubricError `function-unknown` when a function criterion has no result in `calls`
 */
export const scoreLeaves = (plan: Plan, data: Data, calls: Calls = new Map()): Leaves => {
  const errors: ScoringFault[] = []
  const byNode = plan.nodes.map(node =>
    node.kind === 'leaf' ? scoreLeaf(plan, node, { data, calls, errors }) : null,
  )
  return { entries: data.ids.length, byNode, errors }
}

type Given = { data: Data; calls: Calls; errors: ScoringFault[] }

const scoreLeaf = (plan: Plan, leaf: PlanLeaf, { data, calls, errors }: Given): NodeResult => {
  const n = data.ids.length
  const values = new Float64Array(n).fill(Number.NaN)
  const outcomes = new Uint8Array(n)
  const coverage = new Float64Array(n)
  const { applicable, present } = presenceOf(leaf, data)
  const valueAt = valuerOf(plan, leaf, { data, calls, takes: e => (present[e] as number) > 0 })
  const missingOutcome = leaf.scoring.by === 'panel' ? UNVERIFIED : UNANSWERED

  for (let e = 0; e < n; e++) {
    const whole = applicable[e] as number
    if (whole === 0) {
      outcomes[e] = NOT_APPLICABLE
      continue
    }
    const part = present[e] as number
    coverage[e] = part / whole
    const verdict = settle(leaf.missing, part, whole)
    const value = verdict === 'compute' ? valueAt(e) : verdict === 'zero' ? 0 : null
    if (value instanceof RubricError) {
      outcomes[e] = ERROR
      errors.push({ path: leaf.path, entry: e, error: value })
    } else if (value !== null) {
      outcomes[e] = SCORED
      values[e] = value
    } else if (leaf.missing === 'zero') {
      outcomes[e] = SCORED
      values[e] = 0
    } else outcomes[e] = missingOutcome
  }
  return { path: leaf.path, values, outcomes, coverage }
}

type Sources = { data: Data; calls: Calls; takes: (entry: number) => boolean }

const valuerOf = (plan: Plan, leaf: PlanLeaf, { data, calls, takes }: Sources): Valuer => {
  const { scoring } = leaf
  const error = (code: RubricErrorCode, says: string) =>
    new RubricError({ code, rubric: plan.rubric, path: leaf.path, says })
  if (scoring.by === 'points') return pointsValuer(leaf, data)
  if (scoring.by === 'panel') {
    const scale = new Set(scoring.scale.map(anchor => anchor.points))
    return e => {
      const marks = data.marks[leaf.path]?.[e] ?? []
      const stray = marks.find(mark => !scale.has(mark))
      if (stray === undefined) return panelled(scoring, marks)
      return error('bad-mark', `${stray} is not on its scale. Allowed: ${[...scale].join(', ')}.`)
    }
  }
  if (scoring.by === 'function') {
    const results = calls.get(leaf.path)
    if (!results)
      throw error(
        'function-unknown',
        `function "${scoring.name}" was not run. Call the rubric's functions first.`,
      )
    return e => {
      const value = results.values[e] ?? Number.NaN
      return results.errors.get(e) ?? (Number.isNaN(value) ? null : value)
    }
  }
  const id = leaf.reads[0]?.id as string
  const numbers = numbersOf(data, id)
  const notPositive = (value: number) =>
    error('not-positive', `"${id}" is ${value}, which has no logarithm. Allowed: above 0.`)
  if (scoring.by === 'bands') return e => banded(scoring, numbers[e] as number)
  if (scoring.by === 'linear')
    return e => {
      const value = numbers[e] as number
      return scoring.log && value <= 0 ? notPositive(value) : linear(scoring, value)
    }
  const basis = basisOf(scoring, comparedWith(scoring, numbers, takes))
  const noSpread = error(
    'zero-range',
    `"${id}" does not tell the entries of the round apart, so "${scoring.by}" cannot place them. It needs two values.`,
  )
  return e => {
    const value = numbers[e] as number
    if (scoring.treat === 'log' && value <= 0) return notPositive(value)
    return hasSpread(basis) ? place(scoring, basis, basis.treat(value)) : noSpread
  }
}

const numbersOf = (data: Data, id: string): Float64Array => {
  const column = data.columns[id]
  return column?.kind === 'number' ? column.values : new Float64Array(data.ids.length).fill(Number.NaN)
}

/** What a relative rule compares with: the numbers of all entries that the criterion applies to and that have one. */
export const comparedWith = (
  rule: RelativeRule,
  numbers: Float64Array,
  takes: (entry: number) => boolean,
): Float64Array => numbers.filter((value, e) => takes(e) && (rule.treat !== 'log' || value > 0))
