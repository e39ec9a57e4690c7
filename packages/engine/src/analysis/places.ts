/** Places and mid-ranks; ties are values within 1e-12 of each other, relative. */
import { countBefore } from '../score/places.ts'

/** Places by value, 1 for the highest: one more than stand before it, so ties share the smaller; 0 where there is none (NaN). */
export const placesOf = (values: Float64Array): Int32Array => countBefore(values).map(others => others + 1)

/**
 * Places among the entries of the same group, as `placesOf`.
 *
 * @param groups one per value; entries of the same text are compared, those of '' with nobody (place 0)
 */
export const placesWithin = (values: Float64Array, groups: readonly string[]): Int32Array => {
  const places = new Int32Array(values.length)
  for (const group of new Set(groups)) {
    if (group === '') continue
    const own = placesOf(values.map((value, i) => (groups[i] === group ? value : Number.NaN)))
    for (let i = 0; i < places.length; i++) if (own[i]) places[i] = own[i] as number
  }
  return places
}

/** Mid-ranks, 1 for the lowest: ties share the mean of their places. No value may be NaN. */
export const midRanks = (values: Float64Array): Float64Array => {
  const higher = countBefore(values)
  const ties = new Int32Array(values.length)
  for (const count of higher) ties[count] = (ties[count] as number) + 1
  return Float64Array.from(higher, count => values.length - count - ((ties[count] as number) - 1) / 2)
}
