import { type NodeResult, SCORED } from '../score/results.ts'
import type { Parts, Span } from './parts.ts'
import type { Making } from './settle-group.ts'

/**
 * Weighted arithmetic mean, Σwv/Σw, in the order of the children. Between the least and the greatest of them.
 *
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), §6.
 */
export const mean = (values: Float64Array, from: number, weights: Float64Array, count: number): number => {
  let sum = 0
  let whole = 0
  for (let c = 0; c < count; c++) {
    const weight = weights[c] as number
    sum += weight * (values[from + c] as number)
    whole += weight
  }
  return sum / whole
}

/**
 * Writes the same sums, to the last bit, child by child instead of entry by entry, which is several times as fast: those of
 * what each entry has over the weight that counts. NaN for entries that are not scored.
 */
export const fillMeans = ({ children, weights }: Parts, making: Making, span: Span): void => {
  const { values, outcomes, weight } = making
  for (let c = 0; c < weights.length; c++)
    addWeighted(values, children[c] as NodeResult, weights[c] as number, span)
  for (let e = span.from; e < span.to; e++)
    values[e] = outcomes[e] === SCORED ? (values[e] as number) / (weight[e] as number) : Number.NaN
}

const addWeighted = (
  sums: Float64Array,
  { values }: NodeResult,
  weight: number,
  { from, to }: Span,
): void => {
  for (let e = from; e < to; e++) {
    const value = values[e] as number
    if (!Number.isNaN(value)) sums[e] = (sums[e] as number) + weight * value
  }
}
