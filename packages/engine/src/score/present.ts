/** How much of what a leaf reads is there, and what a missing policy makes of it. */
import type { Missing } from '@tumstock/rubric/contract'
import { ANSWERED, type Data, NOT_APPLICABLE } from './data.ts'
import type { PlanLeaf } from './plan.ts'

/**
 * `compute`: from the parts that are present (under `zero` the others count 0) · `zero`: nothing is present and that
 * counts 0 · `none`: no value.
 */
export type Verdict = 'compute' | 'zero' | 'none'

/** Shares that are meant to be equal may differ by a rounding of the last digit. */
const SLACK = 1e-12

/**
 * Applies a missing policy.
 *
 * @param present weight of the parts that have data
 * @param applicable weight of the parts that are applicable, above 0
 */
export const settle = (missing: Missing, present: number, applicable: number): Verdict => {
  if (missing === 'zero') return present > 0 ? 'compute' : 'zero'
  if (missing === 'exclude') return present > 0 ? 'compute' : 'none'
  if (missing === 'block') return present >= applicable * (1 - SLACK) ? 'compute' : 'none'
  return present > 0 && present >= missing.needs * applicable * (1 - SLACK) ? 'compute' : 'none'
}

/** Weight of what a leaf reads, by entry: applicable, and of that present. Both 0 where the leaf does not apply. */
export type Presence = { applicable: Float64Array; present: Float64Array }

export const emptyPresence = (n: number): Presence => ({
  applicable: new Float64Array(n),
  present: new Float64Array(n),
})

/** @param into overwritten and returned: one serves all leaves in turn, since fresh columns for each cost more than the sums */
export const presenceOf = (leaf: PlanLeaf, data: Data, into = emptyPresence(data.ids.length)): Presence => {
  const n = data.ids.length
  const { applicable, present } = into
  applicable.fill(0)
  present.fill(0)
  for (const { id, weight } of leaf.reads) {
    const gaps = data.columns[id]?.gaps as Uint8Array
    for (let e = 0; e < n; e++) {
      if (gaps[e] === NOT_APPLICABLE) continue
      applicable[e] = (applicable[e] as number) + weight
      if (gaps[e] === ANSWERED) present[e] = (present[e] as number) + weight
    }
  }
  if (leaf.scoring.by === 'panel') {
    const marks = data.marks[leaf.path]
    applicable.fill(1)
    for (let e = 0; e < n; e++) present[e] = (marks?.[e]?.length ?? 0) > 0 ? 1 : 0
  }
  if (leaf.appliesIn)
    for (let e = 0; e < n; e++)
      if (!leaf.appliesIn[data.category[e] as number]) applicable[e] = present[e] = 0
  return into
}
