import type { RubricData } from '@tumstock/rubric/contract'
import type { Framework } from '@tumstock/rubric/framework'
import { NOT_APPLICABLE, type Results } from '../score/results.ts'
import { sum } from '../score/statistics.ts'
import { dimensions } from './dimensions.ts'
import { leavesByDimension, type MappedLeaf } from './mapped.ts'

export type DimensionCoverage = {
  dimension: string
  /** `none`: not asked, or no data · `full`: complete for every entry · `part`: anything between. */
  state: 'full' | 'part' | 'none'
  /** Share of the rubric's weight that is mapped onto the dimension, 0..1. */
  weight: number
  /** Mean of the share of that weight that has data, over the entries that it applies to; null without results. */
  data: number | null
}

/** Sums of shares miss 1 by the last bits. */
const COMPLETE = 1 - 1e-9

const stateOf = (weight: number, data: number | null): DimensionCoverage['state'] => {
  if (weight === 0 || data === 0) return 'none'
  return data === null || data >= COMPLETE ? 'full' : 'part'
}

const meanCoverage = (mapped: readonly MappedLeaf[], coverage: Float64Array, results: Results): number => {
  const shares = coverage.filter((_, entry) =>
    mapped.some(({ path }) => results.nodes.get(path)?.outcomes[entry] !== NOT_APPLICABLE),
  )
  return shares.length === 0 ? 0 : sum(shares) / shares.length
}

/**
 * How far a rubric, and the data of a round, reach over the framework's dimensions. Without results only the mapping is
 * told: a dimension is then `full` or `none`, asked or not asked.
 */
export const dimensionCoverage = (
  rubric: RubricData,
  framework: Framework,
  results: Results | null,
): DimensionCoverage[] => {
  const byDimension = leavesByDimension(rubric)
  const byEntry = results ? dimensions(rubric, framework, results) : []
  return framework.dimensions.map(({ id }, i) => {
    const mapped = byDimension.get(id) ?? []
    const weight = sum(mapped.map(leaf => leaf.weight))
    const coverage = byEntry[i]?.coverage
    const data = results && coverage ? meanCoverage(mapped, coverage, results) : null
    return { dimension: id, state: stateOf(weight, data), weight, data }
  })
}
