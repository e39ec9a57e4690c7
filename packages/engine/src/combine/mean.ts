import type { NodeResult } from '../score/results.ts'
import type { Parts, Span } from './parts.ts'

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
 * Writes the same sums, to the last bit, child by child instead of entry by entry, which is several times as fast. NaN for
 * entries that lack a child.
 *
 * @param sums all 0
 */
export const fillMeans = ({ children, weights }: Parts, sums: Float64Array, span: Span): void => {
  let whole = 0
  for (let c = 0; c < weights.length; c++) {
    const weight = weights[c] as number
    whole += weight
    addWeighted(sums, children[c] as NodeResult, weight, span)
  }
  for (let e = span.from; e < span.to; e++) sums[e] = (sums[e] as number) / whole
}

const addWeighted = (
  sums: Float64Array,
  { values }: NodeResult,
  weight: number,
  { from, to }: Span,
): void => {
  for (let e = from; e < to; e++) sums[e] = (sums[e] as number) + weight * (values[e] as number)
}
