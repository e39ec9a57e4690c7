/** Stage one: the value of every leaf for every entry. Does not depend on weights. */
import { RubricError } from '@tumstock/rubric/error'
import type { Data } from './data.ts'
import type { Calls } from './functions.ts'
import type { Plan, PlanLeaf } from './plan.ts'
import { emptyPresence, type Presence, presenceOf, settle } from './present.ts'
import {
  ERROR,
  NOT_APPLICABLE,
  type NodeResult,
  SCORED,
  type ScoringFault,
  UNANSWERED,
  UNVERIFIED,
} from './results.ts'
import { valuerOf } from './valuer.ts'

export type Leaves = {
  entries: number
  /** By node index; null for groups. */
  byNode: readonly (NodeResult | null)[]
  errors: readonly ScoringFault[]
}

/**
 * Scores the leaves.
 *
 * @param calls results of the rubric's functions, from `callFunctions` or from the process that runs them
 * @throws RubricError `function-unknown` when a function criterion has no result in `calls`
 */
export const scoreLeaves = (plan: Plan, data: Data, calls: Calls = new Map()): Leaves => {
  const errors: ScoringFault[] = []
  const presence = emptyPresence(data.ids.length)
  const byNode = plan.nodes.map(node =>
    node.kind === 'leaf' ? scoreLeaf(plan, node, { data, calls, errors, presence }) : null,
  )
  return { entries: data.ids.length, byNode, errors }
}

type Given = { data: Data; calls: Calls; errors: ScoringFault[]; presence: Presence }

const scoreLeaf = (plan: Plan, leaf: PlanLeaf, { data, calls, errors, presence }: Given): NodeResult => {
  const n = data.ids.length
  const values = new Float64Array(n).fill(Number.NaN)
  const outcomes = new Uint8Array(n)
  const coverage = new Float64Array(n)
  const { applicable, present } = presenceOf(leaf, data, presence)
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
