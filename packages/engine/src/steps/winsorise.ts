/** Pulls in the outermost points of an indicator, so that a single extreme entry does not press all others together. */
import type { OutlierTest } from '@tumstock/rubric/contract'
import { kurtosis, skewness } from '../score/statistics.ts'

/** How uneven numbers are. Null where it cannot be said: fewer than 4 of them, or no spread. */
export type Shape = { skewness: number | null; kurtosis: number | null; passes: boolean }

/**
 * Skewness G1 and excess kurtosis G2 (Joanes & Gill, The Statistician 47, 1998), and whether they pass: |G1| below the
 * test's `skewness` or G2 below its `kurtosis`. What has no shape passes every test; without a test nothing passes.
 *
 * @param ascending sorted numbers
 */
export const shapeOf = (ascending: Float64Array, test: OutlierTest | undefined): Shape => {
  if (ascending.length < 4 || !((ascending[ascending.length - 1] as number) > (ascending[0] as number)))
    return { skewness: null, kurtosis: null, passes: test !== undefined }
  const skew = skewness(ascending)
  const kurt = kurtosis(ascending)
  const passes =
    test !== undefined && (isBelow(Math.abs(skew), test.skewness) || isBelow(kurt, test.kurtosis))
  return { skewness: skew, kurtosis: kurt, passes }
}

/**
 * The rounding of a moment. Of four entries of which one stands apart the skewness is 2, of what is symmetric 0: on which side
 * of these it comes out must not depend on the unit of the numbers.
 */
export const SLACK = 1e-12

const isBelow = (value: number, limit: number): boolean => value < limit - SLACK * Math.abs(limit)

export type Winsorised = {
  /** Lowest and highest number allowed; others are set to them. */
  low: number
  high: number
  /** How many points that moves. */
  moved: number
}

/**
 * Sets every number equal to the highest (the lowest, when skewness is negative) to the next distinct one, until the test is
 * passed or at least `most` points have moved: equal ones move together, so that it can be more. Without a test it
 * moves `most`. It stops where two distinct numbers would become one. Every move looks at all numbers again: O(n·moves), so
 * give `most` for long indicators. COINr 1.1.14, `winsorise`.
 *
 * @param ascending sorted numbers, not changed
 * @param most Infinity = no limit
 */
export const winsorise = (
  ascending: Float64Array,
  test: OutlierTest | undefined,
  most: number,
): Winsorised => {
  const values = ascending.slice()
  const last = values.length - 1
  let low = 0
  let high = last
  while (low + last - high < most) {
    const shape = shapeOf(values, test)
    if (shape.passes) break
    const upwards = (shape.skewness ?? 0) >= -SLACK
    const next = upwards ? stepIn(values, high, -1) : stepIn(values, low, 1)
    if (next === null || values[next] === values[upwards ? 0 : last]) break
    if (upwards) {
      high = next
      values.fill(values[high] as number, high)
    } else {
      low = next
      values.fill(values[low] as number, 0, low)
    }
  }
  return { low: values[0] as number, high: values[last] as number, moved: low + last - high }
}

/** The next place inwards that holds another number; null = all are equal. */
const stepIn = (values: Float64Array, from: number, by: 1 | -1): number | null => {
  let at = from
  while (values[at] === values[from]) {
    at += by
    if (at < 0 || at >= values.length) return null
  }
  return at
}
