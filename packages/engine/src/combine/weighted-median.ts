import { TIE } from '../score/places.ts'

/**
 * Weighted median with interpolation: values in ascending order, each standing at the middle of its weight on the line of
 * cumulated weights, w₁+…+w₋₁+w/2; the median is what a line through them has at half of all weight, and the least or the
 * greatest value where half lies outside. With equal weights it is the ordinary median.
 *
 * This is `matrixStats::weightedMedian` of R with its default `interpolate = TRUE`. Where values are equal and their weights
 * differ, that depends on the order in which they are given; here equal values share their weight alike, so it does not.
 * Equal but for rounding (1e-12 of the least of them) is equal: the result would jump by the last bit of a value.
 *
 * The interpolation has a price: the middles move when two values change places, so where weights differ a child that rises
 * past another can lower the result. Where more must never be worse, use `mean` or `median`.
 *
 * @see Edgeworth, On a New Method of Reducing Observations (1888); Bengtsson, matrixStats, `weightedMedian`.
 */
export const weightedMedian = (
  values: Float64Array,
  from: number,
  weights: Float64Array,
  count: number,
): number => {
  const ascending = values.slice(from, from + count)
  const weightOf = weights.slice(0, count)
  sortTogether(ascending, weightOf)
  shareAmongEqual(ascending, weightOf)
  const half = weightOf.reduce((sum, weight) => sum + weight, 0) / 2

  let before = 0
  let lastMiddle = 0
  for (let c = 0; c < count; c++) {
    const weight = weightOf[c] as number
    const value = ascending[c] as number
    const middle = before + weight / 2
    if (middle >= half) {
      if (c === 0) return value
      const last = ascending[c - 1] as number
      return last + ((value - last) * (half - lastMiddle)) / (middle - lastMiddle)
    }
    before += weight
    lastMiddle = middle
  }
  return ascending[count - 1] as number
}

/** By insertion, for the few children of a group. */
const sortTogether = (keys: Float64Array, along: Float64Array): void => {
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] as number
    const other = along[i] as number
    let at = i
    for (; at > 0 && (keys[at - 1] as number) > key; at--) {
      keys[at] = keys[at - 1] as number
      along[at] = along[at - 1] as number
    }
    keys[at] = key
    along[at] = other
  }
}

const shareAmongEqual = (ascending: Float64Array, weights: Float64Array): void => {
  for (let from = 0, to = 1; from < ascending.length; from = to++) {
    const most = (ascending[from] as number) + TIE * Math.abs(ascending[from] as number)
    while (to < ascending.length && (ascending[to] as number) <= most) to++
    if (to - from === 1) continue
    // Ascending too, so that the sum has the same bits whatever the order.
    const sum = weights
      .slice(from, to)
      .sort()
      .reduce((total, weight) => total + weight, 0)
    weights.fill(sum / (to - from), from, to)
  }
}
