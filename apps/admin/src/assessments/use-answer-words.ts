import type { AnswerValue } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import { answerWords } from '../results/answer-words.ts'
import { useLocale } from '../ui/locale.ts'

/** An answer as a reader sees it, with the points of its options. */
export function useAnswerWords(rubric: RubricData): (question: string, value: AnswerValue | null) => string {
  const { t } = useTranslation('explanation')
  const { t: own } = useTranslation('assessing')
  const locale = useLocale()
  return (question, value) =>
    value === null ? own('find.nothing') : answerWords(rubric, question, value, { t, locale })
}
