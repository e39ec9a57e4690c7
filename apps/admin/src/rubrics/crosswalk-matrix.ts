import type { RubricData } from '@tumstock/rubric/contract'
import { crosswalkOf, leaves, walk } from '@tumstock/rubric/tree'

export type CrosswalkRow = { path: string; title: string; area: string; shares: readonly number[] }

export type CrosswalkMatrix = {
  rows: readonly CrosswalkRow[]
  /** Share of the whole rubric's weight by dimension. */
  totals: readonly number[]
  /** Titles of the criteria that say nothing of any dimension. */
  unmapped: readonly string[]
}

/** Each leaf's shares by dimension, in the framework's order. */
export const crosswalkMatrix = (
  rubric: Pick<RubricData, 'criteria' | 'combine'>,
  dimensions: readonly string[],
): CrosswalkMatrix => {
  const mapped = crosswalkOf(rubric)
  const visits = new Map([...walk(rubric)].map(visit => [visit.path, visit]))
  const areaOf = (path: string): string => {
    const visit = visits.get(path)
    return visit?.parent ? areaOf(visit.parent) : (visit?.criterion.title ?? path)
  }
  const all = leaves(rubric)
  const rows = all.flatMap(({ path, criterion: { title } }) => {
    const shares = mapped.get(path)
    return shares
      ? [{ path, title, area: areaOf(path), shares: dimensions.map(dimension => shares[dimension] ?? 0) }]
      : []
  })
  const weights = new Map(all.map(leaf => [leaf.path, leaf.effectiveWeight]))
  return {
    rows,
    totals: dimensions.map((_, at) =>
      rows.reduce((sum, row) => sum + (weights.get(row.path) ?? 0) * (row.shares[at] ?? 0), 0),
    ),
    unmapped: all.filter(leaf => !mapped.has(leaf.path)).map(leaf => leaf.criterion.title),
  }
}
