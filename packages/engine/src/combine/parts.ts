/** The children that a group combines, as tables of their values. */
import type { Missing } from '@tumstock/rubric/contract'
import { NOT_APPLICABLE, type NodeResult, SCORED } from '../score/results.ts'

/** What a group is made of: the children that count, in the order of their keys, and what each weighs there (above 0). */
export type Parts = { children: readonly NodeResult[]; weights: Float64Array; missing: Missing }

/** Entries from `from` to before `to`. */
export type Span = { from: number; to: number }

/** Values of one entry with the weight of each. */
export type Present = { values: Float64Array; weights: Float64Array }

/** Writes what one entry has, each with its weight, and returns how many; under `zero` what is missing counts as 0. */
export const presentAt = ({ children, weights, missing }: Parts, e: number, into: Present): number => {
  let count = 0
  for (let c = 0; c < weights.length; c++) {
    const { values, outcomes } = children[c] as NodeResult
    const outcome = outcomes[e]
    if (outcome !== SCORED && (missing !== 'zero' || outcome === NOT_APPLICABLE)) continue
    into.values[count] = outcome === SCORED ? (values[e] as number) : 0
    into.weights[count++] = weights[c] as number
  }
  return count
}

/** Writes the values of the span's entries, one row of children per entry; NaN where a child has none. */
export const fillRows = ({ children }: Parts, rows: Float64Array, { from, to }: Span): void => {
  const width = children.length
  for (let c = 0; c < width; c++) {
    const { values } = children[c] as NodeResult
    for (let e = from, at = c; e < to; e++, at += width) rows[at] = values[e] as number
  }
}
