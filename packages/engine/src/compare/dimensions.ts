import type { RubricData } from '@tumstock/rubric/contract'
import type { Framework } from '@tumstock/rubric/framework'
import { NOT_APPLICABLE, type Results, SCORED } from '../score/results.ts'
import { sum } from '../score/statistics.ts'
import { leavesByDimension, type MappedLeaf } from './mapped.ts'

/** One dimension of the framework over the entries of a round. */
export type DimensionValues = {
  dimension: string
  /** 0..1 by entry; NaN where the entry has no data in the dimension. */
  values: Float64Array
  /** Share of the mapped, applicable weight that has data, 0..1 by entry. */
  coverage: Float64Array
}

const ofEntry = (mapped: readonly MappedLeaf[], results: Results, entry: number): [number, number] => {
  const applicable: number[] = []
  const covered: number[] = []
  const counted: number[] = []
  const weighted: number[] = []
  for (const { path, weight } of mapped) {
    const node = results.nodes.get(path)
    if (!node) throw new RangeError(`the results have no criterion "${path}"; they come from another rubric`)
    const outcome = node.outcomes[entry]
    if (outcome === NOT_APPLICABLE) continue
    applicable.push(weight)
    const coverage = node.coverage[entry] ?? 0
    if (outcome !== SCORED || coverage === 0) continue
    covered.push(weight * coverage)
    counted.push(weight)
    weighted.push(weight * (node.values[entry] ?? 0))
  }
  if (counted.length === 0) return [Number.NaN, 0]
  return [sum(weighted) / sum(counted), sum(covered) / sum(applicable)]
}

/**
 * What each entry scores in each dimension: Σ mᵢvᵢ / Σ mᵢ over its scored leaves, mᵢ = effective weight × crosswalk share.
 * A leaf that counts 0 only because nothing was answered is left out: rubrics differ in what they do about missing
 * answers, and a comparison across them must not turn that into a difference between units. `coverage` tells how much
 * is behind the value.
 *
 * @param rubric the edition that `results` were made with, weights as they were in the round
 * @returns one item per dimension of the framework, in its order; all NaN where nothing is mapped
 * @throws RangeError when the results come from another rubric
 */
export const dimensions = (rubric: RubricData, framework: Framework, results: Results): DimensionValues[] => {
  const byDimension = leavesByDimension(rubric)
  return framework.dimensions.map(({ id }) => {
    const mapped = byDimension.get(id) ?? []
    const values = new Float64Array(results.ids.length)
    const coverage = new Float64Array(results.ids.length)
    for (let entry = 0; entry < results.ids.length; entry++)
      [values[entry], coverage[entry]] = ofEntry(mapped, results, entry) as [number, number]
    return { dimension: id, values, coverage }
  })
}
