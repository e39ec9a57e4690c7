/** Pulls in outliers before a relative rule, so that a single extreme entry does not press all others together. */
import { moment } from './statistics.ts'

const MOST_MOVED = 5
const SKEW = 2
const KURTOSIS = 3.5

/**
 * Winsorises ascending values until |skewness| < 2 or excess kurtosis < 3.5, or until at least 5 values have been moved.
 * Each step sets every value equal to the highest (the lowest, when skewness is negative) to the next distinct value.
 * Skewness G1 and excess kurtosis G2 are the sample-adjusted ones (Joanes & Gill, The Statistician 47, 1998); thresholds
 * and steps are those of the European Commission's COIN Tool and of COINr (Becker et al., JOSS 7(78), 2022). What is still
 * skewed at the limit stays as it is then: no other treatment is put in its place. Fewer than 4 values are left alone.
 *
 * @param ascending sorted values, not changed
 * @returns the lowest and highest value allowed; `clamp` others to it
 */
export const winsorBounds = (ascending: Float64Array): { low: number; high: number } => {
  const values = ascending.slice()
  const last = values.length - 1
  let low = 0
  let high = last
  while (isSkewed(values) && movedOf(values, low, high) < MOST_MOVED) {
    if (skewness(values) >= 0) {
      const cap = values[last] as number
      while (high > 0 && values[high] === cap) high--
      values.fill(values[high] as number, high)
    } else {
      const cap = values[0] as number
      while (low < last && values[low] === cap) low++
      values.fill(values[low] as number, 0, low + 1)
    }
  }
  return { low: values[0] as number, high: values[last] as number }
}

const movedOf = (values: Float64Array, low: number, high: number): number => {
  const last = values.length - 1
  const atHigh = high === last ? 0 : values.filter(value => value === values[last]).length
  const atLow = low === 0 ? 0 : values.filter(value => value === values[0]).length
  return atHigh + atLow
}

const isSkewed = (values: Float64Array): boolean =>
  values.length >= 4 && Math.abs(skewness(values)) >= SKEW && kurtosis(values) >= KURTOSIS

/** G1 = √n·S₃/S₂^1.5 · √(n(n−1))/(n−2), S_k the sum of (x − mean)^k. NaN without spread. */
export const skewness = (values: Float64Array): number => {
  const n = values.length
  const g1 = (Math.sqrt(n) * moment(values, 3)) / moment(values, 2) ** 1.5
  return (g1 * Math.sqrt(n * (n - 1))) / (n - 2)
}

/** G2 = ((n+1)(r−3)+6)(n−1)/((n−2)(n−3)), r = n·S₄/S₂². NaN without spread. */
export const kurtosis = (values: Float64Array): number => {
  const n = values.length
  const r = (n * moment(values, 4)) / moment(values, 2) ** 2
  return (((n + 1) * (r - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3))
}
