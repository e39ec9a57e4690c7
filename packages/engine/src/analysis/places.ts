import { TIE } from '../score/places.ts'

/**
 * Places by value, 1 for the highest: 1 + the number of higher values, so ties share the smaller place ("1224"). Values
 * within 1e-12 of the first of their run (relative) tie; NaN has no place, 0.
 */
export const placesOf = (values: ArrayLike<number>): Int32Array => {
  const places = new Int32Array(values.length)
  const at = (i: number): number => values[i] as number
  const order = Array.from(places.keys()).filter(i => !Number.isNaN(at(i)))
  order.sort((a, b) => at(b) - at(a))
  let place = 1
  let best = Number.NaN
  order.forEach((entry, before) => {
    if (!(best - at(entry) <= TIE * Math.abs(best))) {
      best = at(entry)
      place = before + 1
    }
    places[entry] = place
  })
  return places
}

/**
 * Places among the entries of the same group, as `placesOf`.
 *
 * @param groups one per value; entries of the same text are compared, those of '' with nobody (place 0)
 */
export const placesWithin = (values: ArrayLike<number>, groups: readonly string[]): Int32Array => {
  const places = new Int32Array(values.length)
  for (const group of new Set(groups)) {
    if (group === '') continue
    const own = placesOf(Float64Array.from(values, (value, i) => (groups[i] === group ? value : Number.NaN)))
    for (let i = 0; i < places.length; i++) if (own[i]) places[i] = own[i] as number
  }
  return places
}

/** Mid-ranks, 1 for the lowest: ties (as in `placesOf`) share the mean of their places. No value may be NaN. */
export const midRanks = (values: Float64Array): Float64Array => {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number))
  const ranks = new Float64Array(values.length)
  for (let from = 0, to = 1; from < order.length; from = to++) {
    const lowest = values[order[from] as number] as number
    const ties = (value: number) => value - lowest <= TIE * Math.abs(value)
    while (to < order.length && ties(values[order[to] as number] as number)) to++
    for (let i = from; i < to; i++) ranks[order[i] as number] = (from + to + 1) / 2
  }
  return ranks
}
