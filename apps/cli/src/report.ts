import { type Availability, availability } from '@tumstock/engine/availability'
import { correlateWithAbove, type WithAbove } from '@tumstock/engine/correlate'
import { type Description, describe } from '@tumstock/engine/describe'
import { evaluate } from '@tumstock/engine/evaluate'
import { tableOfNodes, tableOfNumbers } from '@tumstock/engine/number-table'
import type { PlanGroup } from '@tumstock/engine/plan'
import { type Reliability, reliability } from '@tumstock/engine/reliability'
import { effectiveWeights, partsOf } from '@tumstock/engine/weight-set'
import { RubricError } from '@tumstock/rubric/error'
import type { Subject } from './subject.ts'

/** A group's reliability, or why it has none. */
type GroupReliability = { group: string } & (Reliability | { none: string })

/** What can be said of a rubric with these data before anything is varied. */
export type Report = {
  /** Every number that is read, before any step. */
  numbers: readonly Description[]
  /** Share of the total that each criterion decides by its weight. */
  weights: Readonly<Record<string, number>>
  /** Each criterion with the groups above it. */
  correlation: readonly WithAbove[]
  /** Whether the parts of a group measure one thing. */
  reliability: readonly GroupReliability[]
  availability: Availability
}

export function reportOf({ plan, data, calls }: Subject): Report {
  const results = evaluate(plan, data, calls)
  const groups = plan.nodes.filter(
    (node): node is PlanGroup => node.kind === 'group' && node.children.length > 1,
  )
  return {
    numbers: describe(tableOfNumbers(plan, data)),
    weights: effectiveWeights(plan),
    correlation: correlateWithAbove(plan, results, 'pearson'),
    reliability: groups.map(({ path }) => ({
      group: path,
      ...orWhyNot(() => reliability(tableOfNodes(plan, results, partsOf(plan, path)))),
    })),
    availability: availability(plan, data),
  }
}

/** Too few entries for one group's figure are no reason to withhold the others'. */
function orWhyNot(figure: () => Reliability): Reliability | { none: string } {
  try {
    return figure()
  } catch (problem) {
    if (problem instanceof RubricError) return { none: problem.message }
    throw problem
  }
}
