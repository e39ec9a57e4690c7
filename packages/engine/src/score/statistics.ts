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

export const mean = (values: ArrayLike<number>): number => sum(values) / values.length

/** Sum of (x − mean)^power. */
export const moment = (values: Float64Array, power: number): number => {
  const middle = mean(values)
  return sum(values.map(value => (value - middle) ** power))
}

/** Standard deviation with n − 1. */
export const deviation = (values: Float64Array): number => Math.sqrt(moment(values, 2) / (values.length - 1))

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
