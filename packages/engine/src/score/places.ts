/** Places by value, with what rounding makes of equal values. */

/** Values this close (relative to the larger) are one value: the rest is the rounding of sums. */
export const TIE = 1e-12

/**
 * By value, how many others stand before it in descending order: 0 is best, ties share the smaller place, −1 where there
 * is no number (NaN). Each group of ties is counted from its best value, so that who ties does not depend on the order in
 * which the values are given.
 *
 * Numbers go to as many buckets as there are numbers, by where they stand between the least and the greatest, and each
 * bucket is sorted: O(n) where they are spread, O(n log n) at worst.
 */
export const countBefore = (values: Float64Array): Int32Array => {
  const buckets = bucketsOf(values)
  const { descending, starts } = buckets
  const groups = new Int32Array(descending.length)
  for (let at = 1, from = 0; at < descending.length; at++) {
    if (!isTie(descending[from] as number, descending[at] as number)) from = at
    groups[at] = from
  }
  const places = new Int32Array(values.length).fill(-1)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    const bucket = bucketOf(buckets, value)
    const at = firstAt(descending, starts[bucket] as number, starts[bucket + 1] as number, value)
    places[i] = groups[at] as number
  }
  return places
}

const isTie = (greater: number, lesser: number): boolean =>
  greater === lesser || greater - lesser <= TIE * Math.max(Math.abs(greater), Math.abs(lesser))

/** `starts`: where each bucket begins among the sorted numbers, and at the end where the last of them ends. */
type Buckets = { greatest: number; perUnit: number; descending: Float64Array; starts: Int32Array }

const bucketOf = ({ greatest, perUnit }: Pick<Buckets, 'greatest' | 'perUnit'>, value: number): number =>
  ((greatest - value) * perUnit) | 0

const bucketsOf = (values: Float64Array): Buckets => {
  let count = 0
  let least = Number.POSITIVE_INFINITY
  let greatest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    count++
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  const slope = (count - 1) / (greatest - least)
  const perUnit = Number.isFinite(slope) ? slope : 0
  const scale = { greatest, perUnit }

  const ends = new Int32Array(count + 1)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    const bucket = bucketOf(scale, value)
    ends[bucket] = (ends[bucket] as number) + 1
  }
  for (let bucket = 1; bucket <= count; bucket++)
    ends[bucket] = (ends[bucket] as number) + (ends[bucket - 1] as number)

  const descending = new Float64Array(count)
  // Filled from each bucket's end, which leaves its start behind.
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    const bucket = bucketOf(scale, value)
    const at = (ends[bucket] as number) - 1
    ends[bucket] = at
    descending[at] = value
  }
  for (let bucket = 0; bucket < count; bucket++)
    sortDescending(descending, ends[bucket] as number, ends[bucket + 1] as number)
  return { ...scale, descending, starts: ends }
}

/** Above this the engine's own sort is faster than insertion. */
const FEW = 24

const sortDescending = (numbers: Float64Array, from: number, to: number): void => {
  if (to - from > FEW) {
    numbers.subarray(from, to).sort().reverse()
    return
  }
  for (let i = from + 1; i < to; i++) {
    const number = numbers[i] as number
    let at = i
    for (; at > from && (numbers[at - 1] as number) < number; at--) numbers[at] = numbers[at - 1] as number
    numbers[at] = number
  }
}

/** Where the value stands first among descending numbers, of which it is one. */
const firstAt = (descending: Float64Array, from: number, to: number, value: number): number => {
  let low = from
  let high = to - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((descending[middle] as number) > value) low = middle + 1
    else high = middle
  }
  return low
}
