/**
 * Weighted harmonic mean, Σw / Σ(w/v); 0 if any value is 0, NaN if any is below. Never above the geometric mean.
 *
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), §6.
 */
export const harmonicMean = (
  values: Float64Array,
  from: number,
  weights: Float64Array,
  count: number,
): number => {
  let sum = 0
  let whole = 0
  for (let c = 0; c < count; c++) {
    const weight = weights[c] as number
    const value = values[from + c] as number
    if (value < 0) return Number.NaN
    // A sum of +∞, where a value is 0, makes the mean 0; −0 would make it −∞.
    sum += weight / Math.abs(value)
    whole += weight
  }
  return whole / sum
}
