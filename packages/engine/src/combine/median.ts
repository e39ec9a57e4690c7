/**
 * The middle value, of an even number the mean of the middle two; weights are ignored.
 *
 * @see Hyndman & Fan, Sample Quantiles in Statistical Packages (1996), type 7 at ½.
 */
export const median = (values: Float64Array, from: number, _weights: Float64Array, count: number): number => {
  const ascending = ascendingOf(values.slice(from, from + count))
  const middle = count >> 1
  const upper = ascending[middle] as number
  return count % 2 === 1 ? upper : ((ascending[middle - 1] as number) + upper) / 2
}

/** Up to here insertion is several times as fast as the engine's own sort. */
const FEW = 24

const ascendingOf = (values: Float64Array): Float64Array => {
  if (values.length > FEW) return values.sort()
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as number
    let at = i
    for (; at > 0 && (values[at - 1] as number) > value; at--) values[at] = values[at - 1] as number
    values[at] = value
  }
  return values
}
