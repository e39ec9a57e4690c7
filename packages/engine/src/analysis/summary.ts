import { type Plan, ROOT_PATH } from '../score/plan.ts'
import { type NodeResult, type Results, SCORED } from '../score/results.ts'
import { placesOf } from './places.ts'

export type SummaryLine = {
  path: string
  title: string
  /** How many groups stand above it; the total is 0. */
  depth: number
  /** 0..1, null where not scored. */
  value: number | null
  /** 1 is best, ties share the smaller place; null where not scored. For the total it is the rank, after tie-breaks. */
  place: number | null
  /** Entries that are scored in it. */
  of: number
}

/**
 * One entry at a glance: total and groups from the top down, each with its value and its place among all entries. A survey
 * ranks nobody: there the total has no place.
 *
 * @param entry index into `results.ids`
 */
export const summaryOf = (plan: Plan, results: Results, entry: number): SummaryLine[] => {
  const depths = depthsOf(plan)
  return plan.nodes
    .filter(({ kind }) => kind === 'group')
    .map(({ index, path, title }) => {
      const node = path === ROOT_PATH ? results.total : (results.nodes.get(path) as NodeResult)
      const scored = node.outcomes[entry] === SCORED
      const place = path === ROOT_PATH ? results.rank[entry] : placesOf(node.values)[entry]
      return {
        path,
        title,
        depth: depths[index] as number,
        value: scored ? (node.values[entry] as number) : null,
        place: scored && place ? place : null,
        of: node.outcomes.filter(outcome => outcome === SCORED).length,
      }
    })
    .sort((a, b) => a.depth - b.depth)
}

const depthsOf = (plan: Plan): number[] => {
  const depths: number[] = []
  for (const { index, parent } of [...plan.nodes].reverse())
    depths[index] = parent === -1 ? 0 : (depths[parent] as number) + 1
  return depths
}
