/** One entry's score taken apart, down to the answers. */
import type { Prepared } from '../steps/prepare.ts'
import { preparedOf } from '../steps/prepared.ts'
import type { Data } from './data.ts'
import { countedWeight, type Plan, type PlanGroup, type PlanNode } from './plan.ts'
import { type Case, reasonOf, resultOf } from './reason.ts'
import { type Explanation, NOT_APPLICABLE, OUTCOMES, type Results, SCORED } from './results.ts'

/**
 * Explains the total of one entry: a tree of the same numbers as in `results`. Where a group is an arithmetic mean, its
 * children's points add up to its own; children of any other group have values and no points, since what one of them adds
 * depends on the others.
 *
 * @param data as tabulated; of one year among several, as `evaluateYears` prepared it
 * @param entry index into `results.ids`
 */
export const explain = (plan: Plan, data: Data | Prepared, results: Results, entry: number): Explanation => {
  const root = plan.nodes[plan.nodes.length - 1] as PlanGroup
  const prepared = 'raw' in data ? data : preparedOf(plan, data)
  return explainNode({ plan, prepared, results, entry }, root, 1, plan.max)
}

/** @param most points that the node can add as it is weighted here; null beneath another group than a mean */
const explainNode = (from: Case, node: PlanNode, share: number, most: number | null): Explanation => {
  const { plan, entry } = from
  const result = resultOf(from, node)
  const outcome = result.outcomes[entry] as number
  const value = outcome === SCORED ? (result.values[entry] as number) : null
  // A part that is missing and counts as zero adds 0 points; the total itself is never filled in here.
  const zeroFilled = value === null && share > 0 && node.parent !== -1
  return {
    path: node.path,
    title: node.title,
    outcome: OUTCOMES[outcome] ?? 'error',
    value,
    weight: plan.weights[node.index] as number,
    share,
    points: most === null || (value === null && !zeroFilled) ? null : most * (value ?? 0),
    outOf: most,
    reason: reasonOf(from, node, outcome),
    children: node.kind === 'group' ? explainChildren(from, node, outcome === SCORED ? most : null) : [],
  }
}

const explainChildren = (from: Case, group: PlanGroup, most: number | null): Explanation[] => {
  const { plan, entry } = from
  const counted = (index: number): number => {
    const outcome = resultOf(from, plan.nodes[index] as PlanNode).outcomes[entry]
    const counts = outcome === SCORED || (group.missing === 'zero' && outcome !== NOT_APPLICABLE)
    return counts ? countedWeight(group.combine, plan.weights[index] as number) : 0
  }
  const whole = group.summed.reduce((sum, index) => sum + counted(index), 0)
  return group.children.map(index => {
    const share = whole > 0 ? counted(index) / whole : 0
    const points = most !== null && group.combine === 'mean' ? most * share : null
    return explainNode(from, plan.nodes[index] as PlanNode, share, points)
  })
}
