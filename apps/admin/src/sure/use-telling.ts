import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import type { Telling } from './assumption-words.ts'
import type { Sure } from './use-sure.ts'

/** What assumptions are put into words with. */
export const useTelling = ({ rubric }: Pick<Sure, 'rubric'>): Telling => {
  const { t } = useTranslation('sure')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  return useMemo(() => ({ t, frame, locale, rubric }), [t, frame, locale, rubric])
}
