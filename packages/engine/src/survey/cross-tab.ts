import type { AnswerValue } from '@tumstock/rubric/answers'
import { type Countable, type Shares, shares } from './shares.ts'

/** One entry's answer and the group that it is cut by: a population band, a county, a kind. */
export type Grouped = { group: string; answer: AnswerValue | null }

export type CrossTabRow = { group: string; shares: Shares }

/**
 * The shares of each option within each group. Show a row of a `choice` with `shareRow` over its counts, so that it
 * sums to 100; rows of a `multiple` question do not sum.
 *
 * @param groups every group in the order of the rows, with its N where it is known; a group without answers keeps its row
 * @throws RangeError when an entry's group is not listed
 */
export const crossTab = (
  question: Countable,
  entries: readonly Grouped[],
  groups: readonly { id: string; population: number | null }[],
): CrossTabRow[] => {
  const answers = new Map<string, (AnswerValue | null)[]>(groups.map(group => [group.id, []]))
  for (const { group, answer } of entries) {
    const row = answers.get(group)
    if (!row) throw new RangeError(`group "${group}" is not one of ${[...answers.keys()].join(', ')}`)
    row.push(answer)
  }
  return groups.map(({ id, population }) => ({
    group: id,
    shares: shares(question, answers.get(id) ?? [], population),
  }))
}
