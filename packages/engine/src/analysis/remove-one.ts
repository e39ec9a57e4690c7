import { RubricError } from '@tumstock/rubric/error'
import type { Data } from '../score/data.ts'
import { resultsOf } from '../score/evaluate.ts'
import type { Leaves } from '../score/leaves.ts'
import { type Plan, ROOT_PATH, withWeights } from '../score/plan.ts'
import type { Results } from '../score/results.ts'

export type Removal = {
  path: string
  /** What was taken out: the criterion, or the group above it of which it is the only part that counts. */
  removed: string
  /** Totals without it by entry, 0..1; null where not scored. */
  values: readonly (number | null)[]
  /** Ranks without it by entry; null where not ranked. */
  ranks: readonly (number | null)[]
  /** Places gained by entry: rank with it less rank without; null where one of the two is missing. */
  gained: readonly (number | null)[]
  /** Mean of |gained| over the entries that have it; null without any. */
  meanChange: number | null
  /** Largest |gained|. */
  mostChange: number | null
}

/**
 * What each criterion does to the ranking: its weight is set to 0, one at a time, and everything above is computed again.
 * Leaves are scored once. Where it is the only part of its group that counts, the group goes with it (COINr's
 * `remove_elements` divides 0 by 0 there); where it is the only one left in the rubric, it is left out of the list.
 *
 * @param leaves from `scoreLeaves` with the same plan and data
 * @returns in the order of `paths`; rows in the order of `data.ids`
 * @throws RubricError `unknown-path`
 */
export const removeEach = (plan: Plan, data: Data, leaves: Leaves, paths: readonly string[]): Removal[] => {
  const nominal = ranksOf(resultsOf(plan, data, leaves))
  return paths.flatMap(path => {
    const removed = removableOf(plan, path)
    if (removed === null) return []
    const results = resultsOf(withWeights(plan, { [removed]: 0 }), data, leaves)
    const ranks = ranksOf(results)
    const gained = ranks.map((rank, e) => {
      const before = nominal[e] ?? null
      return rank === null || before === null ? null : before - rank
    })
    const changes = gained.flatMap(places => (places === null ? [] : [Math.abs(places)]))
    return [
      {
        path,
        removed,
        values: Array.from(results.total.values, value => (Number.isNaN(value) ? null : value)),
        ranks,
        gained,
        meanChange: changes.length === 0 ? null : changes.reduce((sum, by) => sum + by, 0) / changes.length,
        mostChange: changes.length === 0 ? null : changes.reduce((most, by) => Math.max(most, by)),
      },
    ]
  })
}

const ranksOf = ({ rank }: Results): (number | null)[] =>
  Array.from(rank, place => (place === 0 ? null : place))

/** The criterion itself, or the nearest group above it that has other parts that count; null where there is none. */
const removableOf = (plan: Plan, path: string): string | null => {
  let at = plan.indexByPath.get(path) ?? -1
  if (at === -1 || path === ROOT_PATH)
    throw new RubricError({
      code: 'unknown-path',
      rubric: plan.rubric,
      path,
      says: 'no such criterion to remove. Write it as criteria.a.children.b.',
    })
  for (;;) {
    const node = plan.nodes[at]
    const group = plan.nodes[node?.parent ?? -1]
    if (!node || !group || group.kind === 'leaf') return null
    if (group.children.some(child => child !== at && (plan.weights[child] as number) > 0)) return node.path
    at = group.index
  }
}
