/** What one answer in place of another does to the criteria that read it. */
import type { RubricData } from '@tumstock/rubric/contract'
import { isRelative } from '@tumstock/rubric/relative'
import { leaves } from '@tumstock/rubric/tree'
import { type Results, SCORED } from '../score/results.ts'

export type Effect = {
  path: string
  title: string
  /** The most points that the criterion can give, by its weight in the rubric. */
  outOf: number
  /** Its value before and after; null where it has none, or where the rule places the entry among the others. */
  before: number | null
  after: number | null
  /** (after − before) × outOf; null where one of the two is. */
  points: number | null
}

/**
 * @param nodes of a row with the one answer and a row with the other; nobody else has to be there, since rules that
 * compare entries have no effect that one entry could be told without telling about the others
 * @param rows indexes of the two
 */
export const effectsOf = (
  rubric: RubricData,
  nodes: Results['nodes'],
  { question, rows: [from, to] }: { question: string; rows: readonly [from: number, to: number] },
): Effect[] =>
  leaves(rubric).flatMap(({ path, criterion, effectiveWeight }) => {
    if (!criterion.reads.includes(question)) return []
    const node = nodes.get(path)
    const valueAt = (row: number): number | null =>
      isRelative(criterion.scoring) || node?.outcomes[row] !== SCORED ? null : (node.values[row] as number)
    const [before, after] = [valueAt(from), valueAt(to)]
    const outOf = effectiveWeight * rubric.scale.max
    const points = before === null || after === null ? null : (after - before) * outOf
    return [{ path, title: criterion.title, outOf, before, after, points }]
  })
