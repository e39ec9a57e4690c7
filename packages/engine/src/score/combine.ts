/** Stage two: groups from their children. All that a change of weights has to run again, together with the ranking. */
import type { Combine } from '@tumstock/rubric/contract'
import type { Leaves } from './leaves.ts'
import { countedWeight, type Plan, type PlanGroup } from './plan.ts'
import { emptyPresence, type Presence, settle } from './present.ts'
import { ERROR, NOT_APPLICABLE, type NodeResult, SCORED, UNANSWERED, UNVERIFIED } from './results.ts'

/**
 * Combines leaves to groups, bottom up; a child of weight 0 has its own value and counts nowhere above.
 * `mean` Σwv/Σw · `geometric` exp(Σw·ln v/Σw), 0 if any value is 0 · `harmonic` Σw/Σ(w/v), likewise · `min` ·
 * `median` the middle value, of an even number the mean of the middle two.
 * Whatever the `missing` policy, a child that failed fails the group: a total without it would be a wrong number.
 *
 * @returns results by node index, the root last
 */
export const combine = (plan: Plan, leaves: Leaves): readonly NodeResult[] => {
  const results: NodeResult[] = []
  const presence = emptyPresence(leaves.entries)
  for (const node of plan.nodes)
    results.push(leaves.byNode[node.index] ?? combineGroup(plan, node as PlanGroup, results, presence))
  return results
}

type Step = {
  start: number
  add: (sum: number, value: number, weight: number) => number
  end: (sum: number, weight: number) => number
}

/** Folds over the children; the median needs them all at once and is taken apart from these. */
const STEPS: Readonly<Record<Exclude<Combine, 'median'>, Step>> = {
  mean: { start: 0, add: (sum, value, weight) => sum + weight * value, end: (sum, weight) => sum / weight },
  geometric: {
    start: 0,
    add: (sum, value, weight) => sum + weight * Math.log(value),
    end: (sum, weight) => Math.exp(sum / weight),
  },
  harmonic: {
    start: 0,
    add: (sum, value, weight) => sum + weight / value,
    end: (sum, weight) => weight / sum,
  },
  min: { start: 1, add: (sum, value) => Math.min(sum, value), end: sum => sum },
}

type Counted = { child: NodeResult; weight: number }

const combineGroup = (
  plan: Plan,
  group: PlanGroup,
  results: readonly NodeResult[],
  presence: Presence,
): NodeResult => {
  const counted = group.summed
    .map(child => ({
      child: results[child] as NodeResult,
      weight: countedWeight(group.combine, plan.weights[child] as number),
    }))
    .filter(({ weight }) => weight > 0)
  const result = fold(group, counted, presence)
  const { values, outcomes, coverage } = result
  const zero = group.missing === 'zero'

  for (let e = 0; e < values.length; e++) {
    const whole = presence.applicable[e] as number
    const part = presence.present[e] as number
    if (whole > 0) coverage[e] = Math.min(1, (coverage[e] as number) / whole)
    else outcomes[e] = NOT_APPLICABLE
    const failed = outcomes[e] === ERROR
    const verdict = whole === 0 || failed ? 'none' : settle(group.missing, part, whole)
    if (verdict !== 'none') outcomes[e] = SCORED
    if (verdict === 'none') values[e] = Number.NaN
    else if (verdict === 'zero') values[e] = 0
    else if (group.combine === 'median') values[e] = medianAt(counted, e, zero)
    else values[e] = STEPS[group.combine].end(values[e] as number, zero ? whole : part)
  }
  return result
}

/**
 * One pass over every child's column. Leaves behind, for each entry, the folded values, the sum of coverage, the weights
 * that are applicable and present, and as outcome what the group has if its policy does not let it be scored.
 */
const fold = (group: PlanGroup, counted: readonly Counted[], presence: Presence): NodeResult => {
  const { applicable, present } = presence
  const n = applicable.length
  const step = STEPS[group.combine === 'median' ? 'mean' : group.combine]
  const values = new Float64Array(n).fill(step.start)
  const outcomes = new Uint8Array(n).fill(UNVERIFIED)
  const coverage = new Float64Array(n)
  applicable.fill(0)
  present.fill(0)
  for (const { child, weight } of counted)
    for (let e = 0; e < n; e++) {
      const outcome = child.outcomes[e]
      if (outcome === NOT_APPLICABLE) continue
      applicable[e] = (applicable[e] as number) + weight
      coverage[e] = (coverage[e] as number) + weight * (child.coverage[e] as number)
      if (outcome === SCORED) {
        present[e] = (present[e] as number) + weight
        values[e] = step.add(values[e] as number, child.values[e] as number, weight)
        continue
      }
      if (group.missing === 'zero') values[e] = step.add(values[e] as number, 0, weight)
      // Waiting for marks alone is "unverified", with an answer missing too "unanswered"; a failure outweighs both.
      if (outcome === ERROR) outcomes[e] = ERROR
      else if (outcome === UNANSWERED && outcomes[e] !== ERROR) outcomes[e] = UNANSWERED
    }
  return { path: group.path, values, outcomes, coverage }
}

/** Hyndman & Fan 1996, type 7, at ½: the ordinary median. Weights are ignored but for 0. */
const medianAt = (counted: readonly Counted[], entry: number, zero: boolean): number => {
  const values: number[] = []
  for (const { child } of counted) {
    const outcome = child.outcomes[entry]
    if (outcome === SCORED) values.push(child.values[entry] as number)
    else if (zero && outcome !== NOT_APPLICABLE) values.push(0)
  }
  values.sort((a, b) => a - b)
  const middle = values.length >> 1
  const upper = values[middle] as number
  return values.length % 2 === 1 ? upper : ((values[middle - 1] as number) + upper) / 2
}
