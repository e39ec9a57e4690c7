/** Stage two: groups from their children. All that a change of weights has to run again, together with the ranking. */
import type { Combine } from '@tumstock/rubric/contract'
import type { Leaves } from './leaves.ts'
import { countedWeight, type Plan, type PlanGroup } from './plan.ts'
import { settle } from './present.ts'
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
  for (const node of plan.nodes)
    results.push(leaves.byNode[node.index] ?? combineGroup(plan, node as PlanGroup, results, leaves.entries))
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

type Tally = {
  applicable: Float64Array
  present: Float64Array
  coverage: Float64Array
  folded: Float64Array
  failed: Uint8Array
  waits: Uint8Array
}

const combineGroup = (
  plan: Plan,
  group: PlanGroup,
  results: readonly NodeResult[],
  n: number,
): NodeResult => {
  const counted = group.summed
    .map(child => ({
      child: results[child] as NodeResult,
      weight: countedWeight(group.combine, plan.weights[child] as number),
    }))
    .filter(({ weight }) => weight > 0)
  const tally = tallyOf(group, counted, n)
  const values = new Float64Array(n).fill(Number.NaN)
  const outcomes = new Uint8Array(n)
  const coverage = new Float64Array(n)
  const zero = group.missing === 'zero'

  for (let e = 0; e < n; e++) {
    const whole = tally.applicable[e] as number
    const part = tally.present[e] as number
    if (whole > 0) coverage[e] = Math.min(1, (tally.coverage[e] as number) / whole)
    if (whole === 0) outcomes[e] = NOT_APPLICABLE
    else if (tally.failed[e]) outcomes[e] = ERROR
    else {
      const verdict = settle(group.missing, part, whole)
      outcomes[e] = verdict === 'none' ? (tally.waits[e] as number) : SCORED
      if (verdict === 'zero') values[e] = 0
      if (verdict !== 'compute') continue
      values[e] =
        group.combine === 'median'
          ? medianAt(counted, e, zero)
          : STEPS[group.combine].end(tally.folded[e] as number, zero ? whole : part)
    }
  }
  return { path: group.path, values, outcomes, coverage }
}

type Counted = { child: NodeResult; weight: number }

/** One pass over every child's column. */
const tallyOf = (group: PlanGroup, counted: readonly Counted[], n: number): Tally => {
  const step = STEPS[group.combine === 'median' ? 'mean' : group.combine]
  const applicable = new Float64Array(n)
  const present = new Float64Array(n)
  const coverage = new Float64Array(n)
  const folded = new Float64Array(n).fill(step.start)
  const failed = new Uint8Array(n)
  const waits = new Uint8Array(n).fill(UNVERIFIED)
  for (const { child, weight } of counted)
    for (let e = 0; e < n; e++) {
      const outcome = child.outcomes[e]
      if (outcome === NOT_APPLICABLE) continue
      applicable[e] = (applicable[e] as number) + weight
      coverage[e] = (coverage[e] as number) + weight * (child.coverage[e] as number)
      if (outcome === SCORED) {
        present[e] = (present[e] as number) + weight
        folded[e] = step.add(folded[e] as number, child.values[e] as number, weight)
      } else if (outcome === ERROR) failed[e] = 1
      else {
        // Waiting for marks alone is "unverified"; as soon as an answer is missing too, the group is unanswered.
        if (outcome === UNANSWERED) waits[e] = UNANSWERED
        if (group.missing === 'zero') folded[e] = step.add(folded[e] as number, 0, weight)
      }
    }
  return { applicable, present, coverage, folded, failed, waits }
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
