import { type AnswerValue, DONT_KNOW, isDate, NOT_APPLICABLE } from '@tumstock/rubric/answers'
import type { Question } from '@tumstock/rubric/contract'
import type { TFunction } from 'i18next'
import { formatDay } from '../ui/dates.ts'

type With = { t: TFunction<'answering'>; locale: string }

/** An answer in words, as whoever gave it would say it: without what it counts. */
export function answerText(question: Question, value: AnswerValue | null, { t, locale }: With): string {
  if (value === null) return t('noAnswer')
  if (value === DONT_KNOW) return t('unknown')
  if (value === NOT_APPLICABLE) return t('notApplicable')
  if (typeof value === 'number') {
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value)
    const unit = 'unit' in question ? question.unit : undefined
    return [number, unit ?? (question.type === 'share' ? '%' : '')].join(' ').trim()
  }
  if (question.type === 'date' && isDate(String(value))) return formatDay(String(value), locale)
  if (!('options' in question)) return String(value)
  const option = (id: string) => question.options[id]?.text ?? id
  if (typeof value === 'string') return option(value)
  return value.length === 0 ? t('noneChosen') : value.map(option).join(' · ')
}
