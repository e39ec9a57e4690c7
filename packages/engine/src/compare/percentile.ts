import { TIE } from '../score/places.ts'
import { numbersByGroup } from './groups.ts'

/**
 * Where each value stands within its own group (country), 0..1: (rank − ½) / n with mid-ranks for ties, 0.5 in the
 * middle. It compares positions, so that awards with different questions and severity can stand beside each other; it
 * says nothing of the distance between groups.
 * Source: Hazen (1914), Trans. ASCE 77 (plotting position).
 *
 * @param values NaN where there is none, and NaN comes back
 * @param groups by value
 * @throws RangeError when there are not as many groups as values
 */
export const withinGroupPercentile = (values: ArrayLike<number>, groups: readonly string[]): Float64Array => {
  const percentiles = new Float64Array(values.length).fill(Number.NaN)
  const valueAt = (position: number): number => values[position] ?? Number.NaN
  for (const positions of numbersByGroup(values, groups).values()) {
    const ascending = positions.toSorted((a, b) => valueAt(a) - valueAt(b))
    for (let from = 0, to = 0; from < ascending.length; from = to) {
      const lowest = valueAt(ascending[from] ?? 0)
      while (to < ascending.length && valueAt(ascending[to] ?? 0) - lowest <= TIE * Math.abs(lowest)) to++
      for (const position of ascending.slice(from, to))
        percentiles[position] = (from + to) / 2 / ascending.length
    }
  }
  return percentiles
}
