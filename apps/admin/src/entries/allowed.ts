import { DONT_KNOW, NOT_APPLICABLE } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'

/** What a cell may hold, for a screen to put into words. */
export type Allowed =
  | { kind: 'oneOf' | 'anyOf'; list: string }
  | { kind: 'between'; min: number; max: number }
  | { kind: 'atLeast'; min: number }
  | { kind: 'atMost'; max: number }
  | { kind: 'number' | 'date' | 'url' | 'text' | 'file' }

/** What a column that is `target` takes; null where the reason itself says all there is to say. */
export const allowedIn = (rubric: RubricData, target: string): Allowed | null => {
  if (target === 'category') return { kind: 'oneOf', list: Object.keys(rubric.categories).join(', ') }
  const question = rubric.questions[target]
  if (!question) {
    const indicator = rubric.indicators[target]
    return indicator ? range(indicator.min, indicator.max) : null
  }
  if (question.type === 'choice' || question.type === 'multiple') {
    const exits = [
      ...(question.unknown ? [DONT_KNOW] : []),
      ...(question.notApplicable ? [NOT_APPLICABLE] : []),
    ]
    const list = [...Object.keys(question.options), ...exits].join(', ')
    return { kind: question.type === 'choice' ? 'oneOf' : 'anyOf', list }
  }
  if (question.type === 'number') return range(question.min, question.max)
  if (question.type === 'share') return range(question.min ?? 0, question.max ?? 100)
  return { kind: question.type }
}

const range = (min: number | undefined, max: number | undefined): Allowed => {
  if (min !== undefined && max !== undefined) return { kind: 'between', min, max }
  if (min !== undefined) return { kind: 'atLeast', min }
  return max === undefined ? { kind: 'number' } : { kind: 'atMost', max }
}
