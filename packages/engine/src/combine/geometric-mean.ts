/**
 * Weighted geometric mean, exp(Σw·ln v / Σw); 0 if any value is 0, NaN if any is below. Never above the arithmetic mean.
 *
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), §6.
 */
export const geometricMean = (
  values: Float64Array,
  from: number,
  weights: Float64Array,
  count: number,
): number => {
  let sum = 0
  let whole = 0
  for (let c = 0; c < count; c++) {
    const weight = weights[c] as number
    // ln 0 is −∞ and exp(−∞) is 0; the logarithm of less is NaN.
    sum += weight * Math.log(values[from + c] as number)
    whole += weight
  }
  return Math.exp(sum / whole)
}
