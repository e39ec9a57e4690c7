import type { AnswerValue } from '@tumstock/rubric/answers'

/** True for two answers that say the same; options count as chosen, in whatever order. */
export const isSameAnswer = (one: AnswerValue | null, other: AnswerValue | null): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other
  return one.length === other.length && one.every(option => other.includes(option))
}
