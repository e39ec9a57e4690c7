import type { AnswerValue } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'

/** What `results.correct` takes: another answer, or another category. Null takes it away. */
export type Correction =
  | { entry: string; question: string; value: number | string | string[] | null }
  | { entry: string; category: string | null }

/** Stands for the category in the choice of what to correct; no question can be called so. */
export const CATEGORY = ':category'

export type Field =
  | { kind: 'options'; options: readonly { id: string; text: string }[]; many: boolean }
  | { kind: 'number' }
  | { kind: 'text' }

/** How the new value of a question or an indicator is given. */
export const fieldOf = (rubric: Pick<RubricData, 'questions'>, id: string): Field => {
  const question = rubric.questions[id]
  if (question && 'options' in question)
    return {
      kind: 'options',
      options: Object.entries(question.options).map(([key, { text }]) => ({ id: key, text })),
      many: question.type === 'multiple',
    }
  return question && question.type !== 'number' && question.type !== 'share'
    ? { kind: 'text' }
    : { kind: 'number' }
}

/**
 * The answer that was given in a field; undefined when it is none. Empty takes the answer away. A number may have a decimal
 * comma.
 */
export const givenValue = (
  field: Field,
  given: readonly string[],
): Exclude<AnswerValue, readonly string[]> | string[] | null | undefined => {
  const [first = ''] = given
  if (field.kind === 'options' && field.many) return given.length === 0 ? null : [...given]
  if (first.trim() === '') return null
  if (field.kind !== 'number') return first
  const number = Number(first.trim().replace(',', '.'))
  return Number.isFinite(number) ? number : undefined
}

const aim = (one: Correction) => `${one.entry} ${'question' in one ? one.question : CATEGORY}`

/** A later correction of the same thing takes the place of the earlier. */
export const withCorrection = (list: readonly Correction[], one: Correction): Correction[] => [
  ...list.filter(other => aim(other) !== aim(one)),
  one,
]
