/** Places by value, with what rounding makes of equal values. */

/** Values this close (relative to the larger) are one value: the rest is the rounding of sums. */
export const TIE = 1e-12

/** True when the lesser of two values is the greater but for rounding. */
export const isTie = (greater: number, lesser: number): boolean =>
  greater === lesser || greater - lesser <= TIE * Math.max(Math.abs(greater), Math.abs(lesser))

/**
 * By value, how many others stand before it in descending order: 0 is best, ties share the smaller place, −1 where there
 * is no number (NaN). Each group of ties is counted from its best value, so that who ties does not depend on the order in
 * which the values are given. O(n log n).
 */
export const placesOf = (values: Float64Array): Int32Array => {
  const ascending = numbersOf(values)
  const n = ascending.length
  const bests = new Float64Array(n)
  const starts = new Int32Array(n)
  let groups = 0
  for (let place = 0; place < n; place++) {
    const value = ascending[n - 1 - place] as number
    if (groups > 0 && isTie(bests[groups - 1] as number, value)) continue
    bests[groups] = value
    starts[groups++] = place
  }
  const places = new Int32Array(values.length).fill(-1)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!Number.isNaN(value)) places[i] = starts[lastNotBelow(bests, groups, value)] as number
  }
  return places
}

/** Without the gaps, ascending. */
const numbersOf = (values: Float64Array): Float64Array => {
  const numbers = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!Number.isNaN(value)) numbers[count++] = value
  }
  return numbers.subarray(0, count).sort()
}

/** Index of the last of the descending `bests` that is not below the value. */
const lastNotBelow = (bests: Float64Array, count: number, value: number): number => {
  let from = 0
  let to = count - 1
  while (from < to) {
    const middle = (from + to + 1) >> 1
    if ((bests[middle] as number) >= value) from = middle
    else to = middle - 1
  }
  return from
}
