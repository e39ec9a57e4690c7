/** Weights by criterion path: what `withWeights` takes. A named set is one of these under a name. */
import { RubricError } from '@tumstock/rubric/error'
import { countedWeight, type Plan, type PlanGroup } from '../score/plan.ts'

export type WeightSet = Readonly<Record<string, number>>

/** The weights as the rubric has them, every criterion's. */
export const ownWeights = (plan: Plan): WeightSet => weightsBy(plan, index => plan.weights[index] as number)

/** Every criterion 1, so that the parts of each group count the same. */
export const equalWeights = (plan: Plan): WeightSet => weightsBy(plan, () => 1)

/**
 * What share of the total each criterion decides: its weight over the sum of its group's, times the group's own share,
 *
 *     eᵢ = eₚ · wᵢ / Σⱼwⱼ
 *
 * Exact where all groups above it are means and nothing is missing; for other ways to combine it is what the weights say,
 * `min` and `median` counting every weight above 0 the same.
 */
export const effectiveWeights = (plan: Plan): WeightSet => {
  const shares = new Float64Array(plan.nodes.length)
  shares[plan.nodes.length - 1] = 1
  for (const group of [...plan.nodes].reverse()) {
    if (group.kind === 'leaf') continue
    const counted = (child: number) => countedWeight(group.combine, plan.weights[child] as number)
    const sum = group.summed.reduce((total, child) => total + counted(child), 0)
    for (const child of group.children)
      shares[child] = ((shares[group.index] as number) * counted(child)) / sum
  }
  return weightsBy(plan, index => shares[index] as number)
}

const weightsBy = (plan: Plan, of: (index: number) => number): WeightSet =>
  Object.fromEntries(
    plan.nodes.flatMap(({ index, path, parent }) => (parent === -1 ? [] : [[path, of(index)]])),
  )

/**
 * Paths of the parts of a group, in the order of the rubric; `criteria` is the top.
 *
 * @throws RubricError `unknown-path` when there is no such group
 */
export const partsOf = (plan: Plan, path: string): string[] => {
  const group = plan.nodes.find((node): node is PlanGroup => node.kind === 'group' && node.path === path)
  if (!group)
    throw new RubricError({
      code: 'unknown-path',
      rubric: plan.rubric,
      path,
      says: 'no such group to weight. Write it as criteria.a, the top as criteria.',
    })
  return group.children.map(child => plan.nodes[child]?.path as string)
}
