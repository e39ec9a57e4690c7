import type { OwnValue } from './own-value.ts'

/** Below it v^p is so near to 1 that the digits in which values differ would be lost: v^p − 1 keeps them. */
export const NEAR_ZERO = 0.125

/**
 * Weighted mean to the power p, (Σw·v^p / Σw)^(1/p), p any number but 0: 1 is the arithmetic mean, −1 the harmonic, towards
 * 0 the geometric, and the further from 0 the nearer to the greatest (p > 0) or the least (p < 0). NaN if a value is below
 * 0; for p < 0 it is 0 if a value is 0. Where values are missing the weights of the rest count; COINr 1.1.14's `a_genmean`
 * has no value for an entry then, other than its other means.
 *
 * @see Bullen, Handbook of Means and Their Inequalities (2003), ch. III.
 */
export const powerMean = (power: number): OwnValue => {
  const isNear = Math.abs(power) < NEAR_ZERO
  return (values, from, weights, count) => {
    // Relative to the value that weighs most, so that no power leaves the range of numbers.
    let unit = values[from] as number
    for (let c = 0; c < count; c++) {
      const value = values[from + c] as number
      if (value < 0) return Number.NaN
      if (power > 0 ? value > unit : value < unit) unit = value
    }
    if (unit === 0) return 0
    let sum = 0
    let whole = 0
    for (let c = 0; c < count; c++) {
      const weight = weights[c] as number
      const value = (values[from + c] as number) / unit
      sum += weight * (isNear ? Math.expm1(power * Math.log(value)) : value ** power)
      whole += weight
    }
    return isNear ? unit * Math.exp(Math.log1p(sum / whole) / power) : unit * (sum / whole) ** (1 / power)
  }
}
