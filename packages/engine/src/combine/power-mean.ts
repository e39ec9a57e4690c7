import type { OwnValue } from './own-value.ts'

/**
 * Weighted mean to the power p, (Σw·v^p / Σw)^(1/p), p any number but 0: 1 is the arithmetic mean, −1 the harmonic, towards
 * 0 the geometric, and the further from 0 the nearer to the greatest (p > 0) or the least (p < 0). NaN if a value is below
 * 0; for p < 0 it is 0 if a value is 0. Where values are missing the weights of the rest count; COINr 1.1.14's `a_genmean`
 * has no value for an entry then, other than its other means.
 *
 * @see Bullen, Handbook of Means and Their Inequalities (2003), ch. III.
 */
export const powerMean =
  (power: number): OwnValue =>
  (values, from, weights, count) => {
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
      sum += weight * ((values[from + c] as number) / unit) ** power
      whole += weight
    }
    return unit * (sum / whole) ** (1 / power)
  }
