import {
  type AnswerValue,
  DONT_KNOW,
  NOT_APPLICABLE,
  type ParsedAnswer,
  parseAnswer,
  validateAnswer,
} from '@tumstock/rubric/answers'
import type { Question } from '@tumstock/rubric/contract'

/** What a questionnaire's field holds: a text, the ids of options; undefined when it is empty. */
export type FieldValue = string | readonly string[] | undefined

const isExit = (value: AnswerValue | null): boolean => value === DONT_KNOW || value === NOT_APPLICABLE

/** True where "do not know" and "not applicable" are among the options; elsewhere they stand beside the field. */
export const hasOptions = (question: Question): boolean =>
  question.type === 'choice' || question.type === 'multiple'

/** An answer in its field. A number is written as the reader's language writes it, with all its digits. */
export function fieldValue(question: Question, answer: AnswerValue | null, locale: string): FieldValue {
  if (answer === null) return undefined
  if (question.type === 'multiple')
    return typeof answer === 'string' ? [answer] : (answer as readonly string[])
  if (question.type === 'choice') return String(answer)
  if (isExit(answer)) return undefined
  if (typeof answer !== 'number') return String(answer)
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 })
    .format(answer)
    .replace('\u2212', '-')
}

/** The answer that a field holds, or what is wrong with it. */
export function answerIn(question: Question, held: unknown): ParsedAnswer {
  if (held === undefined || held === null || held === '') return { value: null }
  if (Array.isArray(held)) {
    if (held.length === 0) return { value: null }
    const exit = held.find(isExit)
    return validateAnswer(question, exit ?? held)
  }
  const written = String(held)
  return question.type === 'number' || question.type === 'share'
    ? parseAnswer(question, written)
    : validateAnswer(question, written)
}
