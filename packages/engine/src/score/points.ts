/** The points that answers give. */
import { pointed } from './absolute.ts'
import { ANSWERED, type Column, type Data, NOT_APPLICABLE } from './data.ts'
import type { PlanLeaf } from './plan.ts'

/** By entry, a leaf's points over the most that can be had; NaN where nothing that it reads could give points. */
export const pointsColumn = (leaf: PlanLeaf, data: Data, into: Float64Array): void => {
  const n = data.ids.length
  const had = into.fill(0)
  const most = new Float64Array(n)
  const zero = leaf.missing === 'zero'
  for (const { id, points, weight } of leaf.reads) {
    const column = data.columns[id]
    if (!column || !points) continue
    const { gaps } = column
    for (let e = 0; e < n; e++) {
      if (gaps[e] === ANSWERED) had[e] = (had[e] as number) + pointsOf(points, column, e)
      if (gaps[e] === ANSWERED || (zero && gaps[e] !== NOT_APPLICABLE)) most[e] = (most[e] as number) + weight
    }
  }
  for (let e = 0; e < n; e++)
    into[e] = (most[e] as number) > 0 ? pointed(had[e] as number, most[e] as number) : Number.NaN
}

/** Points of one answer: the chosen option's, or the sum of the chosen options'. */
export const pointsOf = (points: Float64Array, column: Column | undefined, entry: number): number => {
  if (column?.kind === 'choice') return points[column.values[entry] as number] ?? 0
  if (column?.kind !== 'multiple') return 0
  let sum = 0
  for (let i = 0; i < points.length; i++)
    sum += (points[i] as number) * (column.values[entry * points.length + i] as number)
  return sum
}
