/** Which questions an entry is asked, by its own answers. */
import type { AnswerValue } from './answers.ts'
import type { RubricData } from './contract.ts'
import { nameOf, RubricError } from './error.ts'

/** What of a rubric says so. */
type Asking = Pick<RubricData, 'id' | 'edition' | 'questions'>

/** By question; absent or null is missing. */
export type Given = Readonly<Record<string, AnswerValue | null>>

/**
 * True when every `showIf` on the way to the question holds. The answer to a hidden question counts nowhere, so a
 * question that depends on it is hidden as well.
 *
 * @throws RubricError `bad-rubric` when conditions run in a circle
 */
export const isVisible = (
  rubric: Asking,
  answers: Given,
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
  if (!isVisible(rubric, answers, condition.question, [...asking, id])) return false
  const wanted = typeof condition.is === 'string' ? [condition.is] : condition.is
  const given = answers[condition.question] ?? null
  return Array.isArray(given)
    ? given.some(option => wanted.includes(option))
    : wanted.includes(given as string)
}

/** The questions that these answers show, in the rubric's order. */
export const visibleQuestions = (rubric: Asking, answers: Given): ReadonlySet<string> =>
  new Set(Object.keys(rubric.questions).filter(id => isVisible(rubric, answers, id)))

/**
 * The question itself, those that decide whether it shows, and those that it decides about: what a change of its answer
 * has to look at.
 */
export const relatedQuestions = (rubric: RubricData, id: string): ReadonlySet<string> => {
  const waitsFor = (question: string): Set<string> => {
    const before = new Set<string>()
    let next = rubric.questions[question]?.showIf?.question
    while (next !== undefined && !before.has(next)) {
      before.add(next)
      next = rubric.questions[next]?.showIf?.question
    }
    return before
  }
  const after = Object.keys(rubric.questions).filter(question => waitsFor(question).has(id))
  return new Set([id, ...waitsFor(id), ...after])
}
