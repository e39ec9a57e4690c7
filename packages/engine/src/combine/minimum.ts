/** The least value; weights are ignored. */
export const minimum = (
  values: Float64Array,
  from: number,
  _weights: Float64Array,
  count: number,
): number => {
  let least = values[from] as number
  for (let c = 1; c < count; c++) {
    const value = values[from + c] as number
    if (value < least) least = value
  }
  return least
}
