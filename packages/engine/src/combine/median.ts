/**
 * The middle value, of an even number the mean of the middle two; weights are ignored.
 *
 * @see Hyndman & Fan, Sample Quantiles in Statistical Packages (1996), type 7 at ½.
 */
export const median = (values: Float64Array, from: number, _weights: Float64Array, count: number): number => {
  const ascending = values.slice(from, from + count).sort()
  const middle = count >> 1
  const upper = ascending[middle] as number
  return count % 2 === 1 ? upper : ((ascending[middle - 1] as number) + upper) / 2
}
