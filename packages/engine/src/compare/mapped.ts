import type { RubricData } from '@tumstock/rubric/contract'
import { crosswalkOf, leaves } from '@tumstock/rubric/tree'

/** A leaf's part in one dimension. */
export type MappedLeaf = {
  path: string
  /** Effective weight in the whole rubric × crosswalk share. */
  weight: number
}

/** The leaves that bear on each dimension; a leaf without weight or crosswalk bears on none. */
export const leavesByDimension = (rubric: RubricData): Map<string, MappedLeaf[]> => {
  const crosswalk = crosswalkOf(rubric)
  const byDimension = new Map<string, MappedLeaf[]>()
  for (const { path, effectiveWeight } of leaves(rubric))
    for (const [dimension, share] of Object.entries(crosswalk.get(path) ?? {})) {
      const weight = effectiveWeight * share
      if (weight === 0) continue
      const mapped = byDimension.get(dimension) ?? []
      byDimension.set(dimension, mapped)
      mapped.push({ path, weight })
    }
  return byDimension
}
