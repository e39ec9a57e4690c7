import type { AnswerValue } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { needsEvidence } from '@tumstock/rubric/evidence'
import { visibleQuestions } from '@tumstock/rubric/visible'

export type Progress = {
  answered: number
  of: number
  /** Questions whose answer has to show something and does not. */
  evidenceMissing: string[]
}

/**
 * How far an entry is with the questions that its answers show.
 *
 * @param shown the questions that have evidence
 * @param within leaves out the questions for which it is false
 */
export function progressOf(
  rubric: RubricData,
  answers: Readonly<Record<string, AnswerValue>>,
  shown: ReadonlySet<string>,
  within: (question: string) => boolean = () => true,
): Progress {
  const asked = [...visibleQuestions(rubric, answers)].filter(within)
  const answered = asked.filter(id => answers[id] !== undefined)
  return {
    answered: answered.length,
    of: asked.length,
    evidenceMissing: answered.filter(id => {
      const question = rubric.questions[id]
      const value = answers[id]
      return question && value !== undefined && needsEvidence(question, value) && !shown.has(id)
    }),
  }
}
