import { type Availability, availability } from '@tumstock/engine/availability'
import { type Components, components } from '@tumstock/engine/components'
import { correlateWithAbove, type WithAbove } from '@tumstock/engine/correlate'
import { type CorrelatedPair, flagPairs, groupsOfCriteria } from '@tumstock/engine/correlation-flags'
import { type Description, describe } from '@tumstock/engine/describe'
import { evaluate } from '@tumstock/engine/evaluate'
import { scoreLeaves } from '@tumstock/engine/leaves'
import { tableOfNodes, tableOfNumbers } from '@tumstock/engine/number-table'
import type { PlanGroup } from '@tumstock/engine/plan'
import { type Reliability, reliability } from '@tumstock/engine/reliability'
import { removeEach } from '@tumstock/engine/remove-one'
import { type Standings, standingsIn } from '@tumstock/engine/strengths'
import { effectiveWeights, partsOf } from '@tumstock/engine/weight-set'
import { RubricError } from '@tumstock/rubric/error'
import type { Subject } from './subject.ts'

/** A figure, or why there is none: too few entries for one group are no reason to withhold the others. */
type OrWhyNot<T> = T | { none: string }

/** What can be said of a rubric with these data before anything is varied. */
export type Report = {
  /** Every number that is read, before any step. */
  numbers: readonly Description[]
  /** Share of the total that each criterion decides by its weight. */
  weights: Readonly<Record<string, number>>
  /** Each criterion with the groups above it. */
  correlation: readonly WithAbove[]
  /** Parts of one group that may count one thing twice, or cancel each other. */
  pairs: readonly CorrelatedPair[]
  /** By group: whether its parts measure one thing, and how many things they measure. */
  groups: readonly { group: string; reliability: OrWhyNot<Reliability>; components: OrWhyNot<Components> }[]
  /** Places that entries move when a criterion is taken out. */
  withoutOne: readonly {
    path: string
    removed: string
    meanChange: number | null
    mostChange: number | null
  }[]
  /** Where each unit stands best and worst among all. */
  standings: readonly ({ unit: string } & Standings)[]
  availability: Availability
}

const CLOSE = { above: 0.9, below: -0.2 }

export function reportOf({ plan, data, calls }: Subject): Report {
  const results = evaluate(plan, data, calls)
  const paths = plan.nodes.flatMap(({ path, parent }) => (parent === -1 ? [] : [path]))
  const leaves = plan.nodes.flatMap(({ kind, path }) => (kind === 'leaf' ? [path] : []))
  const groups = plan.nodes.filter(
    (node): node is PlanGroup => node.kind === 'group' && node.children.length > 1,
  )
  const standings = standingsIn(tableOfNodes(plan, results, leaves))
  return {
    numbers: describe(tableOfNumbers(plan, data)),
    weights: effectiveWeights(plan),
    correlation: correlateWithAbove(plan, results, 'pearson'),
    pairs: flagPairs(tableOfNodes(plan, results, paths), groupsOfCriteria(plan), CLOSE),
    groups: groups.map(({ path }) => {
      const parts = tableOfNodes(plan, results, partsOf(plan, path))
      return {
        group: path,
        reliability: orWhyNot(() => reliability(parts)),
        components: orWhyNot(() => components(parts)),
      }
    }),
    withoutOne: removeEach(plan, data, scoreLeaves(plan, data, calls), paths).map(
      ({ path, removed, meanChange, mostChange }) => ({ path, removed, meanChange, mostChange }),
    ),
    standings: data.ids.map(unit => ({ unit, ...standings(unit) })),
    availability: availability(plan, data),
  }
}

function orWhyNot<T>(figure: () => T): OrWhyNot<T> {
  try {
    return figure()
  } catch (problem) {
    if (problem instanceof RubricError) return { none: problem.message }
    throw problem
  }
}
