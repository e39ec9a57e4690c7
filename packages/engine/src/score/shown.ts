/** Which questions an entry was asked, by its own answers. */
import type { RubricData } from '@tumstock/rubric/contract'
import { nameOf, RubricError } from '@tumstock/rubric/error'
import type { Row } from './data.ts'

/**
 * True when every `showIf` on the way to the question holds. The answer to a hidden question counts nowhere, so a
 * question that depends on it is hidden as well.
 *
 * @throws RubricError `bad-rubric` when conditions run in a circle
 */
export const isShown = (
  rubric: RubricData,
  row: Row,
  id: string,
  asking: readonly string[] = [],
): boolean => {
  const condition = rubric.questions[id]?.showIf
  if (!condition) return true
  if (asking.includes(id)) {
    const says = `it is shown only if it is shown itself (${[...asking, id].join(' → ')}). Refer to an earlier question.`
    throw new RubricError({
      code: 'bad-rubric',
      rubric: nameOf(rubric),
      path: `questions.${id}.showIf`,
      says,
    })
  }
  if (!isShown(rubric, row, condition.question, [...asking, id])) return false
  const wanted = typeof condition.is === 'string' ? [condition.is] : condition.is
  const given = row.answers[condition.question] ?? null
  return Array.isArray(given)
    ? given.some(option => wanted.includes(option))
    : wanted.includes(given as string)
}
