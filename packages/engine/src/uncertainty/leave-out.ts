/** A leaf taken out of the rubric. */
import { RubricError } from '@tumstock/rubric/error'
import { type Plan, withWeights } from '../score/plan.ts'

/** The paths of the leaves that can be left out: those named, by default all that count. In the order of their paths. */
export const leavesOf = (plan: Plan, of: readonly string[] | undefined): string[] => {
  const all = plan.nodes.flatMap(({ kind, path, index }) =>
    kind === 'leaf' && (plan.weights[index] as number) > 0 ? [path] : [],
  )
  return (of ?? all).toSorted()
}

/**
 * The plan with weight 0 for a leaf; for its group where the leaf was all that counted there, and so on upwards.
 *
 * @throws RubricError `zero-weight` where nothing is left to score
 */
export const leftOut = (plan: Plan, path: string): Plan => {
  const index = plan.indexByPath.get(path) as number
  const parent = plan.nodes[plan.nodes[index]?.parent ?? -1]
  const isAll =
    parent?.kind === 'group' && parent.children.every(child => child === index || plan.weights[child] === 0)
  if (!isAll) return withWeights(plan, { [path]: 0 })
  if (parent.parent !== -1) return leftOut(plan, parent.path)
  throw new RubricError({
    code: 'zero-weight',
    rubric: plan.rubric,
    path,
    says: 'is all that counts, so nothing is left to score without it. Name in "of" of "leaveOut" what can be left out.',
  })
}
