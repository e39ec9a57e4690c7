/** Columns that are equal are kept once. */

/** Gives the one copy that is kept of a column: alternatives that leave a leaf as it is share it. */
export type Pool = (node: number, column: Float64Array) => Float64Array

export const poolOf = (): Pool => {
  const known = new Map<number, Float64Array[]>()
  return (node, column) => {
    const before = known.get(node) ?? []
    known.set(node, before)
    const same = before.find(other => isEqual(other, column))
    if (same) return same
    before.push(column)
    return column
  }
}

const isEqual = (a: Float64Array, b: Float64Array): boolean => {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
