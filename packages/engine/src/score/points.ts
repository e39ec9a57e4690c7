/** The points that answers give. */
import { pointed } from './absolute.ts'
import { ANSWERED, type Column, type Data, NOT_APPLICABLE } from './data.ts'
import type { PlanLeaf } from './plan.ts'

/** By entry, a leaf's points over the most that can be had; null where nothing that it reads could give points. */
export const pointsValuer = (leaf: PlanLeaf, data: Data): ((entry: number) => number | null) => {
  const columns = leaf.reads.map(read => ({ read, column: data.columns[read.id] }))
  const zero = leaf.missing === 'zero'
  return e => {
    let had = 0
    let most = 0
    for (const { read, column } of columns) {
      const gap = column?.gaps[e] ?? ANSWERED
      if (gap === ANSWERED) had += pointsOf(read.points as Float64Array, column, e)
      if (gap === ANSWERED || (zero && gap !== NOT_APPLICABLE)) most += read.weight
    }
    return most > 0 ? pointed(had, most) : null
  }
}

/** Points of one answer: the chosen option's, or the sum of the chosen options'. */
export const pointsOf = (points: Float64Array, column: Column | undefined, entry: number): number => {
  if (column?.kind === 'choice') return points[column.values[entry] as number] ?? 0
  if (column?.kind !== 'multiple') return 0
  return points.reduce(
    (sum, point, i) => sum + point * (column.values[entry * points.length + i] as number),
    0,
  )
}
