import { formatNumber } from '@tumstock/engine/display'
import { useTranslation } from 'react-i18next'
import { useMethod } from '../results/use-method.ts'
import { useLocale } from '../ui/locale.ts'
import type { Ask } from './ask.ts'
import { assumptionName } from './assumption-words.ts'
import type { Sure } from './use-sure.ts'

/** What was varied and how often, ahead of how the round is scored: it goes with every picture. */
export const useAssumed = ({ results, rubric }: Sure, ask: Ask): { method: string; source: string } => {
  const { t } = useTranslation('sure')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  const { method, source } = useMethod(results)
  const names = ask.assumptions.map(one => assumptionName(one, { t, frame, locale, rubric }))
  const varied =
    ask.task.kind === 'tornado'
      ? t('method.oneAtATime', { what: names.join('; ') })
      : t('method.varied', {
          what: names.join('; '),
          runs: formatNumber(ask.task.runs, { decimals: 0, locale }),
          seed: ask.task.seed,
        })
  return { method: `${varied} ${t('method.ties')} ${method}`, source }
}
