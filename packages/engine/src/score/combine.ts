/** Stage two: groups from their children. All that a change of weights has to run again, together with the ranking. */
import { RubricError } from '@tumstock/rubric/error'
import { makeAcross } from '../combine/across.ts'
import { makeByEntry, ownValueOf } from '../combine/by-entry.ts'
import type { ContestFault } from '../combine/contest.ts'
import type { Parts } from '../combine/parts.ts'
import type { Leaves } from './leaves.ts'
import { countedWeight, type Plan, type PlanGroup } from './plan.ts'
import { ERROR, type NodeResult, SCORED, type ScoringFault } from './results.ts'

/** Results by node index, the root last, and what went wrong in groups. */
export type Combined = { nodes: readonly NodeResult[]; errors: readonly ScoringFault[] }

/**
 * Combines leaves to groups, bottom up; a child of weight 0 has its own value and counts nowhere above. Each way to combine
 * stands in a file of its own in `combine/`, with its formula.
 * Whatever the `missing` policy, a child that failed fails the group: a total without it would be a wrong number.
 *
 * @param ids of the entries, for what is said of an error
 * @returns with errors `not-positive` where a child is below 0 under a mean or a weighting that needs it above, `too-few`
 * where entries are compared and there is one, `too-many` where more of them than can be ordered beat each other in a circle
 */
export const combine = (plan: Plan, leaves: Leaves, ids: readonly string[]): Combined => {
  const nodes: NodeResult[] = []
  const errors: ScoringFault[] = []
  for (const node of plan.nodes)
    nodes.push(leaves.byNode[node.index] ?? combineGroup(plan, node as PlanGroup, { nodes, errors, ids }))
  return { nodes, errors }
}

type Progress = { nodes: readonly NodeResult[]; errors: ScoringFault[]; ids: readonly string[] }

const combineGroup = (plan: Plan, group: PlanGroup, { nodes, errors, ids }: Progress): NodeResult => {
  const parts = partsOf(plan, group, nodes)
  const own = ownValueOf(group.combine)
  const { making, fault } = own
    ? { making: makeByEntry(own, parts, ids.length), fault: null }
    : makeAcross(group.combine, parts, ids.length)
  const { values, outcomes, coverage } = making
  for (let e = 0; e < ids.length; e++) {
    if (outcomes[e] !== SCORED || !Number.isNaN(values[e])) continue
    outcomes[e] = ERROR
    const { code, says } = fault ?? belowZero(group, parts, { entry: e, id: ids[e] as string })
    const error = new RubricError({ code, rubric: plan.rubric, path: group.path, says })
    errors.push({ path: group.path, entry: e, error })
  }
  return { path: group.path, values, outcomes, coverage }
}

const partsOf = (plan: Plan, group: PlanGroup, nodes: readonly NodeResult[]): Parts => {
  const weightOf = (child: number) => countedWeight(group.combine, plan.weights[child] as number)
  const counted = group.summed.filter(child => weightOf(child) > 0)
  return {
    children: counted.map(child => nodes[child] as NodeResult),
    weights: Float64Array.from(counted, weightOf),
    missing: group.missing,
  }
}

type Fault = ContestFault | { code: 'not-positive'; says: string }

const belowZero = (
  group: PlanGroup,
  { children }: Parts,
  { entry, id }: { entry: number; id: string },
): Fault => {
  const child = children.find(({ values }) => (values[entry] as number) < 0)
  const how = typeof group.combine === 'string' ? group.combine : Object.keys(group.combine)[0]
  return {
    code: 'not-positive',
    says: `"${id}" has ${child?.values[entry]} in ${child?.path}. "${how}" needs 0 and above.`,
  }
}
