import { formatNumber } from '@tumstock/engine/display'
import { useMethod } from '../results/use-method.ts'
import type { Ask } from './ask.ts'
import { assumptionName } from './assumption-words.ts'
import type { Sure } from './use-sure.ts'
import { useTelling } from './use-telling.ts'

/** What was varied and how often, ahead of how the round is scored: it goes with every picture. */
export const useAssumed = (
  sure: Sure,
  { assumptions, task }: Ask,
  runs: number,
): { method: string; source: string } => {
  const telling = useTelling(sure)
  const { t, locale } = telling
  const { method, source } = useMethod(sure.results)
  const what = assumptions.map(one => assumptionName(one, telling)).join('; ')
  const varied =
    task.kind === 'tornado'
      ? t('method.oneAtATime', { what })
      : t('method.varied', { what, runs: formatNumber(runs, { decimals: 0, locale }), seed: task.seed })
  return { method: `${varied} ${t('method.ties')} ${method}`, source }
}
