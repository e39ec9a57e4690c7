import { components } from '../analysis/components.ts'
import { tableOfNodes } from '../analysis/table.ts'
import type { Plan } from '../score/plan.ts'
import type { Results } from '../score/results.ts'
import { partsOf, type WeightSet } from './weight-set.ts'

export type ComponentWeights = {
  /** Squared loadings of the first component: never negative, sum 1. The set to weight with. */
  weights: WeightSet
  /** The loadings themselves; those below 0 go against the rest of the group. */
  loadings: WeightSet
  /** Share of the group's variance that the first component explains: low says that the weights rest on little. */
  explained: number
  /** Entries that have all parts; no other counts. */
  n: number
}

/**
 * Weights of a group's parts from its first principal component, wᵢ = vᵢ², v the unit eigenvector of the largest eigenvalue
 * of the parts' correlation matrix: the share of the component's variance that is the part's.
 *
 * COINr's `get_PCA` gives v itself as weights, signed and not scaled (`loadings` here): a negative loading would then count
 * a part the wrong way round. Squares are the Handbook's; of its further steps (more components, rotation) none is taken.
 * Such weights say what goes together in the data, not what matters.
 * Source: OECD & JRC, Handbook on Constructing Composite Indicators (2008), §6.1; Nicoletti et al., OECD ECO/WKP(99)18.
 *
 * @param group path of the group, `criteria` for the top
 * @throws RubricError as `components`; `unknown-path` when there is no such group
 */
export const componentWeights = (plan: Plan, results: Results, group: string): ComponentWeights => {
  const parts = partsOf(plan, group)
  const { n, components: found } = components(tableOfNodes(plan, results, parts))
  const first = found[0]
  const loadings = parts.map((_, i) => first?.loadings[i] ?? 0)
  const by = (of: (loading: number) => number): WeightSet =>
    Object.fromEntries(parts.map((path, i) => [path, of(loadings[i] as number)]))
  return { weights: by(v => v * v), loadings: by(v => v), explained: first?.share ?? 0, n }
}
