import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { combineSentence } from './combine-words.ts'
import { missingWords } from './reason-words.ts'
import type { Results } from './results.ts'

/** How and from what a figure was made, in the words that stand beneath every picture. */
export const useMethod = (
  results: Pick<Results, 'method' | 'round' | 'generatedAt'>,
): { method: string; source: string } => {
  const { t } = useTranslation('results')
  const { t: explain } = useTranslation('explanation')
  const locale = useLocale()
  const { method, round, generatedAt } = results
  return {
    method: t('method.line', {
      combine: combineSentence(method.combine, explain, locale),
      missing: missingWords(method.missing, { t: explain, locale }),
      rubric: method.rubric,
    }),
    source: t(round.kind === 'synthetic' ? 'method.sourceSynthetic' : 'method.source', {
      title: round.title,
      when: formatDay(generatedAt, locale),
    }),
  }
}
