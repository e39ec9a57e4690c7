/** What becomes of a group for each entry, before any value is computed. */
import { settle as verdictOf } from '../score/present.ts'
import { ERROR, NOT_APPLICABLE, type NodeResult, SCORED, UNANSWERED, UNVERIFIED } from '../score/results.ts'
import type { Parts, Span } from './parts.ts'

/** A group's result in the making. */
export type Making = {
  values: Float64Array
  outcomes: Uint8Array
  coverage: Float64Array
  /** 1 where a child has no value. */
  partial: Uint8Array
  /** The weight that counts: of all children, or of those that are left. */
  weight: Float64Array
}

export const newMaking = (entries: number): Making => ({
  values: new Float64Array(entries),
  outcomes: new Uint8Array(entries),
  coverage: new Float64Array(entries),
  partial: new Uint8Array(entries),
  weight: new Float64Array(entries),
})

/**
 * Applies the group's missing policy. `scored` stands where a value is to be computed. Whatever the policy, a child that
 * failed fails the group: a total without it would be a wrong number.
 */
export const settle = (parts: Parts, making: Making, span: Span): void => {
  const { children, weights } = parts
  const { outcomes, coverage, partial } = making
  let whole = 0
  for (let c = 0; c < weights.length; c++) {
    const weight = weights[c] as number
    whole += weight
    addChild(children[c] as NodeResult, weight, making, span)
  }
  for (let e = span.from; e < span.to; e++)
    if (outcomes[e] === SCORED) {
      making.weight[e] = whole
      const covered = coverage[e] as number
      coverage[e] = covered === whole ? 1 : Math.min(1, covered / whole)
    } else {
      partial[e] = 1
      outcomes[e] = settleEntry(parts, e, making)
    }
}

/** Sums coverage, and leaves 0 (`scored`) as outcome only where every child is scored. */
const addChild = (
  child: NodeResult,
  weight: number,
  { outcomes, coverage }: Making,
  { from, to }: Span,
): void => {
  const of = child.outcomes
  const covered = child.coverage
  for (let e = from; e < to; e++) {
    outcomes[e] = (outcomes[e] as number) | (of[e] as number)
    coverage[e] = (coverage[e] as number) + weight * (covered[e] as number)
  }
}

/** The outcome of an entry that lacks something; writes its coverage, from its sum, and the weight that counts. */
const settleEntry = (
  { children, weights, missing }: Parts,
  e: number,
  { coverage, weight }: Making,
): number => {
  let applicable = 0
  let present = 0
  // Waiting for marks alone is "unverified", with an answer missing too "unanswered"; a failure outweighs both.
  let lacking = UNVERIFIED
  for (let c = 0; c < weights.length; c++) {
    const outcome = children[c]?.outcomes[e]
    // Has no coverage to be summed either.
    if (outcome === NOT_APPLICABLE) continue
    const own = weights[c] as number
    applicable += own
    if (outcome === SCORED) present += own
    else if (outcome === ERROR) lacking = ERROR
    else if (outcome === UNANSWERED && lacking !== ERROR) lacking = UNANSWERED
  }
  if (applicable === 0) return NOT_APPLICABLE
  coverage[e] = Math.min(1, (coverage[e] as number) / applicable)
  weight[e] = missing === 'zero' ? applicable : present
  if (lacking === ERROR) return ERROR
  return verdictOf(missing, present, applicable) === 'none' ? lacking : SCORED
}
