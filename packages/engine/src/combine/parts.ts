/** The children that a group combines, as tables of their values. */
import type { Missing } from '@tumstock/rubric/contract'
import { NOT_APPLICABLE, type NodeResult, SCORED } from '../score/results.ts'

/** What a group is made of: the children that count, in the order of their keys, and what each weighs there (above 0). */
export type Parts = { children: readonly NodeResult[]; weights: Float64Array; missing: Missing }

/**
 * Writes the values of the entries from `start` on, one row of children per entry, as many rows as `rows` holds. NaN where
 * a child has no value; 0 there under the policy `zero`, unless the child does not apply.
 */
export const fillRows = (
  { children, weights, missing }: Parts,
  start: number,
  size: number,
  rows: Float64Array,
): void => {
  const width = weights.length
  for (let c = 0; c < width; c++) {
    const { values, outcomes } = children[c] as NodeResult
    for (let r = 0, at = c; r < size; r++, at += width) rows[at] = values[start + r] as number
    if (missing !== 'zero') continue
    for (let r = 0, at = c; r < size; r++, at += width) {
      const outcome = outcomes[start + r]
      if (outcome !== SCORED && outcome !== NOT_APPLICABLE) rows[at] = 0
    }
  }
}
