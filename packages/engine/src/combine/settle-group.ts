/** What becomes of a group for each entry, before any value is computed. */
import { settle } from '../score/present.ts'
import { ERROR, NOT_APPLICABLE, type NodeResult, SCORED, UNANSWERED, UNVERIFIED } from '../score/results.ts'
import type { Parts } from './parts.ts'

/** `whole`: 1 where every child has a value, so that nothing has to be re-weighted. */
export type Settled = { outcomes: Uint8Array; coverage: Float64Array; whole: Uint8Array }

/**
 * Applies the group's missing policy. `scored` stands where a value is to be computed. Whatever the policy, a child that
 * failed fails the group: a total without it would be a wrong number.
 */
export const settleGroup = (parts: Parts, entries: number): Settled => {
  const { children, weights } = parts
  const outcomes = new Uint8Array(entries)
  const coverage = new Float64Array(entries)
  let all = 0
  for (const [c, child] of children.entries()) {
    const weight = weights[c] as number
    all += weight
    addChild(child, weight, outcomes, coverage)
  }
  const whole = new Uint8Array(entries)
  for (let e = 0; e < entries; e++)
    // What is not applicable has no coverage to be summed.
    if (outcomes[e] === SCORED) {
      whole[e] = 1
      coverage[e] = Math.min(1, (coverage[e] as number) / all)
    } else outcomes[e] = settleEntry(parts, e, coverage)
  return { outcomes, coverage, whole }
}

/** Sums coverage, and leaves 0 (`scored`) as outcome only where every child is scored. */
const addChild = (child: NodeResult, weight: number, outcomes: Uint8Array, coverage: Float64Array): void => {
  const of = child.outcomes
  const covered = child.coverage
  for (let e = 0; e < outcomes.length; e++) {
    outcomes[e] = (outcomes[e] as number) | (of[e] as number)
    coverage[e] = (coverage[e] as number) + weight * (covered[e] as number)
  }
}

/** The outcome of an entry that lacks something; divides its sum of coverage by the weight that is applicable. */
const settleEntry = ({ children, weights, missing }: Parts, e: number, coverage: Float64Array): number => {
  let applicable = 0
  let present = 0
  // Waiting for marks alone is "unverified", with an answer missing too "unanswered"; a failure outweighs both.
  let lacking = UNVERIFIED
  for (let c = 0; c < weights.length; c++) {
    const outcome = children[c]?.outcomes[e]
    if (outcome === NOT_APPLICABLE) continue
    applicable += weights[c] as number
    if (outcome === SCORED) present += weights[c] as number
    else if (outcome === ERROR) lacking = ERROR
    else if (outcome === UNANSWERED && lacking !== ERROR) lacking = UNANSWERED
  }
  if (applicable === 0) return NOT_APPLICABLE
  coverage[e] = Math.min(1, (coverage[e] as number) / applicable)
  if (lacking === ERROR) return ERROR
  return settle(missing, present, applicable) === 'none' ? lacking : SCORED
}
