/** Sums and moments that do not depend on the order in which the entries stand: all take ascending values. */

/** Sum with a running compensation (Neumaier 1974): the error does not grow with the number of terms. */
export const sum = (values: ArrayLike<number>): number => {
  let total = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

export const mean = (values: ArrayLike<number>): number => {
  const total = sum(values)
  if (Number.isFinite(total)) return total / values.length
  // The sum is beyond what a double holds; the mean is not.
  return sum(Array.from(values, value => value / values.length))
}

/** Standard deviation with n − 1. */
export const deviation = (values: ArrayLike<number>): number => {
  const from = originOf(values)
  return from.unit * Math.sqrt(moment(values, 2, from) / (values.length - 1))
}

/**
 * Skewness G1 = √n·S₃/S₂^1.5 · √(n(n−1))/(n−2), S_k the sum of (x − mean)^k; the sample-adjusted one of Joanes & Gill, The
 * Statistician 47, 1998. NaN without spread or for fewer than 3 values.
 */
export const skewness = (values: ArrayLike<number>): number => {
  const n = values.length
  const from = originOf(values)
  const g1 = (Math.sqrt(n) * moment(values, 3, from)) / moment(values, 2, from) ** 1.5
  return (g1 * Math.sqrt(n * (n - 1))) / (n - 2)
}

/** Excess kurtosis G2 = ((n+1)(r−3)+6)(n−1)/((n−2)(n−3)), r = n·S₄/S₂²; as above. NaN without spread or below 4 values. */
export const kurtosis = (values: ArrayLike<number>): number => {
  const n = values.length
  const from = originOf(values)
  const r = (n * moment(values, 4, from)) / moment(values, 2, from) ** 2
  return (((n + 1) * (r - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3))
}

/** Where distances are measured from, and in what. */
type Origin = { middle: number; unit: number }

/** The unit is the power of two next to the largest distance: it costs no digits, and keeps powers from over- and underflow. */
const originOf = (values: ArrayLike<number>): Origin => {
  const middle = mean(values)
  let farthest = 0
  for (let i = 0; i < values.length; i++)
    farthest = Math.max(farthest, Math.abs((values[i] as number) - middle))
  return { middle, unit: farthest > 0 ? 2 ** Math.floor(Math.log2(farthest)) : 1 }
}

/** Sum of ((x − middle)/unit)^power, compensated as `sum` is. */
const moment = (values: ArrayLike<number>, power: 2 | 3 | 4, { middle, unit }: Origin): number => {
  let total = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const from = ((values[i] as number) - middle) / unit
    const square = from * from
    const value = power === 2 ? square : power === 3 ? square * from : square * square
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

/**
 * Standard normal distribution function Φ(z), to the last digits of a double.
 * Series ½ + φ(z)·(z + z³/3 + z⁵/(3·5) + …), all of one sign; Marsaglia, "Evaluating the Normal Distribution",
 * Journal of Statistical Software 11(4), 2004.
 */
export const normal = (z: number): number => {
  if (z < 0) return 1 - normal(-z)
  if (z > 8.5) return 1
  let term = z
  let series = z
  let before = 0
  for (let i = 3; series !== before; i += 2) {
    before = series
    term *= (z * z) / i
    series += term
  }
  return Math.min(1, 0.5 + (series * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI))
}
