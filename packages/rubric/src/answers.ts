/** What one question or indicator holds for one entry, and how a written cell becomes it. */
import type { Indicator, Question } from './contract.ts'

/** "Do not know" and "not applicable", as they stand in files and in the database. No option may carry these ids. */
export const DONT_KNOW = '?'
export const NOT_APPLICABLE = 'n/a'

/** A number, an option id, several option ids, a text, or one of the two words above. Missing is absence or null. */
export type AnswerValue = number | string | readonly string[]

export type AnswerProblem = {
  code: 'not-a-number' | 'not-an-option' | 'out-of-range' | 'not-a-date' | 'not-a-url' | 'not-allowed' | 'too-long'
  /** One line: what is wrong and what is allowed. */
  message: string
}

export type ParsedAnswer = { value: AnswerValue | null } | { problem: AnswerProblem }

export type Askable = Question | Indicator
