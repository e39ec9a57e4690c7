import type { TFunction } from 'i18next'
import type { Claim } from './record.ts'

/** Why a claim has its verdict. */
export const reasonText = (
  reason: Claim['reason'],
  t: TFunction<'record'>,
  named: (text: string) => string,
): string => {
  switch (reason.code) {
    case 'recomputed':
    case 'slip':
    case 'nothing-to-check':
    case 'one-source':
      return t(`reason.${reason.code}`)
    case 'rank-bounds':
      if (reason.high === reason.low) return t('reason.recomputed')
      return reason.high === null
        ? t('reason.rank-from', { low: reason.low })
        : t('reason.rank-bounds', { low: reason.low, high: reason.high })
    case 'within-rounding':
      return t('reason.within-rounding', { low: reason.low, high: reason.high })
    case 'sources-agree':
    case 'sources-disagree':
      return t(`reason.${reason.code}`, {
        names: reason.with.map(({ source, names }) => `${named(names)} (${source})`).join(', '),
      })
    case 'fewer-recorded':
      return t('reason.fewer-recorded', { recorded: reason.recorded })
    default:
      return t('reason.other')
  }
}
