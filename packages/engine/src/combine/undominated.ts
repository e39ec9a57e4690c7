/** The rows that no other row reaches on every child and exceeds on one; of equal rows the first. O(n·front·children). */
export const undominated = (rows: readonly Float64Array[]): Float64Array[] => {
  const sumOf = (row: Float64Array) => row.reduce((sum, value) => sum + value, 0)
  // A row can only be dominated by one with a greater sum, or an equal one but for rounding.
  const descending = rows.map(row => ({ row, sum: sumOf(row) })).sort((a, b) => b.sum - a.sum)
  const front: Float64Array[] = []
  for (const { row } of descending)
    if (!front.some(other => other.every((value, c) => value >= (row[c] as number)))) front.push(row)
  return front
}
