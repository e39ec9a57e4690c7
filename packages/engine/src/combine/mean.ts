/**
 * Weighted arithmetic mean, Σwv/Σw, in the order of the children. Between the least and the greatest of them.
 *
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), §6.
 */
export const mean = (values: Float64Array, from: number, weights: Float64Array, count: number): number => {
  let sum = 0
  let whole = 0
  for (let c = 0; c < count; c++) {
    const weight = weights[c] as number
    sum += weight * (values[from + c] as number)
    whole += weight
  }
  return sum / whole
}
