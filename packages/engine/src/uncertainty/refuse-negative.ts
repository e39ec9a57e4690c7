/** Where values can be below 0, weights decide whether a mean of them is: refused before the first run if it could be. */
import type { Combine } from '@tumstock/rubric/contract'
import { RubricError } from '@tumstock/rubric/error'
import { isOpen } from '@tumstock/rubric/relative'
import { ownValueOf } from '../combine/by-entry.ts'
import type { Plan, PlanGroup, PlanNode } from '../score/plan.ts'
import { type NodeResult, SCORED } from '../score/results.ts'
import { listed } from './refuse-faults.ts'
import type { Noise } from './weights.ts'

type Given = {
  plan: Plan
  /** By node index, all scored. */
  results: readonly NodeResult[]
  noises: readonly Noise[]
  ids: readonly string[]
  /** Places of the entries whose totals are wanted. */
  analysed: Int32Array
  under: string
}

/**
 * Holds every group that needs values of 0 and above to the least that its groups can come to, whatever weights are drawn:
 * Σw·v ≥ Σw(1−by)·v over the v above 0, plus Σw(1+by)·v over those below.
 *
 * @throws RubricError `not-positive`, naming the group that can fall below 0 and the entries
 */
export const refuseNegative = ({ plan, results, noises, ids, analysed, under }: Given): void => {
  if (noises.length === 0 || !plan.nodes.some(canBeNegative)) return
  const spread = spreadOf(plan, noises)
  const least: Float64Array[] = []
  for (const node of plan.nodes) {
    const { values } = results[node.index] as NodeResult
    if (node.kind === 'leaf') {
      least.push(values)
      continue
    }
    const children = node.summed.filter(child => (plan.weights[child] as number) > 0)
    if (needsPositive(node.combine))
      for (const child of children) {
        const below = analysed.filter(e => isScored(results, child, e) && (least[child]?.[e] as number) < 0)
        if (below.length === 0) continue
        const names = listed(Array.from(below, e => ids[e] as string))
        throw new RubricError({
          code: 'not-positive',
          rubric: plan.rubric,
          path: node.path,
          says: `${plan.nodes[child]?.path} can fall below 0 under the weights that are drawn, and 0 and above is needed. Entries: ${names}. ${under}`,
        })
      }
    least.push(leastOf({ plan, results, least, spread }, node, children))
  }
}

/** Whether a group has no value where a child is below 0. */
const needsPositive = (combine: Combine): boolean =>
  combine === 'geometric' || combine === 'harmonic' || typeof combine === 'object'

const canBeNegative = (node: PlanNode): boolean =>
  node.kind === 'leaf' && (isOpen(node.scoring) || ('range' in node.scoring && node.scoring.range[0] < 0))

type Bounds = {
  plan: Plan
  results: readonly NodeResult[]
  least: readonly Float64Array[]
  /** By node, the least and the most that its weight is multiplied by. */
  spread: readonly { low: number; high: number }[]
}

const spreadOf = (plan: Plan, noises: readonly Noise[]): Bounds['spread'] => {
  const spread = plan.nodes.map(() => ({ low: 1, high: 1 }))
  for (const { by, nodes } of noises)
    for (const node of nodes) {
      const { low, high } = spread[node] as { low: number; high: number }
      spread[node] = { low: low * (1 - by), high: high * (1 + by) }
    }
  return spread
}

const isScored = (results: readonly NodeResult[], node: number, entry: number): boolean =>
  results[node]?.outcomes[entry] === SCORED

const leastOf = (bounds: Bounds, group: PlanGroup, children: readonly number[]): Float64Array => {
  const { results, least } = bounds
  const { values } = results[group.index] as NodeResult
  // Means of another kind are never below 0, nor is what comes from comparing entries.
  if (needsPositive(group.combine) || ownValueOf(group.combine) === null)
    return new Float64Array(values.length)
  return values.map((_, e) => {
    const scored = children.filter(child => isScored(results, child, e))
    if (scored.length === 0) return 0
    if (group.combine === 'mean') return leastMean(bounds, scored, e)
    return Math.min(...scored.map(child => least[child]?.[e] as number))
  })
}

const leastMean = ({ plan, least, spread }: Bounds, children: readonly number[], entry: number): number => {
  let sum = 0
  let lightest = 0
  let heaviest = 0
  for (const child of children) {
    const weight = plan.weights[child] as number
    const { low, high } = spread[child] as { low: number; high: number }
    const value = least[child]?.[entry] as number
    sum += weight * (value < 0 ? high : low) * value
    lightest += weight * low
    heaviest += weight * high
  }
  return sum / (sum < 0 ? lightest : heaviest)
}
