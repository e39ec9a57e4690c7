/** The numbers of the entries that have both, in their order. */
export const sharedNumbers = (x: Float64Array, y: Float64Array): { xs: Float64Array; ys: Float64Array } => {
  const xs = new Float64Array(x.length)
  const ys = new Float64Array(x.length)
  let n = 0
  for (let i = 0; i < x.length; i++) {
    const [a, b] = [x[i] as number, y[i] as number]
    if (Number.isNaN(a) || Number.isNaN(b)) continue
    xs[n] = a
    ys[n++] = b
  }
  return { xs: xs.subarray(0, n), ys: ys.subarray(0, n) }
}
