import { type AnswerValue, DONT_KNOW, NOT_APPLICABLE } from './answers.ts'
import type { Question } from './contract.ts'

/**
 * True when this answer to a question with `evidence: 'required'` has to show something. "Do not know", "not applicable",
 * nothing chosen and options that are worth 0 points claim nothing that could be shown.
 */
export const needsEvidence = (question: Question, value: AnswerValue): boolean => {
  if (question.evidence !== 'required' || value === DONT_KNOW || value === NOT_APPLICABLE) return false
  if (question.type !== 'choice' && question.type !== 'multiple') return true
  return [value].flat().some(id => question.options[String(id)]?.points !== 0)
}
