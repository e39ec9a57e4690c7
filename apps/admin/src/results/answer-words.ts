import { type AnswerValue, DONT_KNOW, NOT_APPLICABLE } from '@tumstock/rubric/answers'
import type { Question, RubricData } from '@tumstock/rubric/contract'
import { plainNumber } from './plain-number.ts'
import type { Telling } from './reason-words.ts'

type Asked = Pick<RubricData, 'questions' | 'indicators'>
type With = Pick<Telling, 't' | 'locale'>

/** The text of a question or the title of an indicator; its id where the rubric has neither. */
export const askedText = ({ questions, indicators }: Asked, id: string): string =>
  questions[id]?.text ?? indicators[id]?.title ?? id

/** An answer as a reader sees it: options by their texts with what they count. */
export const answerWords = (
  asked: Asked,
  id: string,
  value: AnswerValue | null,
  { t, locale }: With,
): string => {
  if (value === null) return t(Object.hasOwn(asked.indicators, id) ? 'noNumber' : 'unanswered')
  if (value === DONT_KNOW) return t('dontKnow')
  if (value === NOT_APPLICABLE) return t('notApplicable')
  const question = asked.questions[id]
  if (typeof value === 'number') {
    const unit = question && 'unit' in question ? question.unit : asked.indicators[id]?.unit
    const shown = plainNumber(value, locale)
    if (question?.type === 'share') return `${shown} %`
    return unit === undefined ? shown : `${shown} ${unit}`
  }
  const option = (key: string) => optionWords(question, key, { t, locale })
  if (typeof value === 'string') return question && 'options' in question ? option(value) : value
  return value.length === 0 ? t('noneChosen') : value.map(option).join(' · ')
}

const optionWords = (question: Question | undefined, key: string, { t, locale }: With): string => {
  const option = question && 'options' in question ? question.options[key] : undefined
  if (option === undefined) return key
  return option.points === undefined
    ? option.text
    : t('option', { text: option.text, points: plainNumber(option.points, locale) })
}
