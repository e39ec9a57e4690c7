import { formatShare } from '@tumstock/engine/display'
import type { Scoring } from '@tumstock/rubric/contract'
import type { Relative } from '@tumstock/rubric/relative'
import type { TFunction } from 'i18next'
import { plainNumber } from './plain-number.ts'

type With = {
  t: TFunction<'explanation'>
  locale: string
  /** The name of an entry by what the rubric calls it; without it, that. */
  entryName?: ((id: string) => string) | undefined
}

const share = (value: number, locale: string): string => formatShare(value, { decimals: 0, locale })

export const asList = (words: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)

/** How a rule turns what it reads into a value. */
export const scoringWords = (scoring: Scoring, { t, locale, entryName }: With): string[] => {
  const number = (value: number) => plainNumber(value, locale)
  switch (scoring.by) {
    case 'points':
      return [t('rule.points')]
    case 'linear':
      return linearWords(scoring, { t, locale })
    case 'bands': {
      const steps = scoring.bands.map(([atLeast, score]) =>
        t('rule.step', { atLeast: number(atLeast), score: share(score, locale) }),
      )
      return [t('rule.bands', { steps: asList(steps, locale) })]
    }
    case 'panel':
      return [scoring.trim ? t('rule.panelTrimmed', { share: share(scoring.trim, locale) }) : t('rule.panel')]
    case 'function':
      return [t('rule.function', { name: scoring.name })]
    default:
      return [
        ...relativeWords(scoring, { t, locale, entryName }),
        ...(scoring.lowerIsBetter ? [t('rule.lowerIsBetter')] : []),
      ]
  }
}

const linearWords = (
  { from, to, log, open }: Extract<Scoring, { by: 'linear' }>,
  { t, locale }: With,
): string[] => {
  if (open && !log && from === 0 && to === 1) return [t('rule.asItIs')]
  const posts = { from: plainNumber(from, locale), to: plainNumber(to, locale) }
  return [t(log ? 'rule.linearLog' : 'rule.linear', posts), ...(open ? [t('rule.noEnds')] : [])]
}

const relativeWords = (scoring: Relative, { t, locale, entryName = id => id }: With): string[] => {
  switch (scoring.by) {
    case 'minmax': {
      if (scoring.range === undefined) return [t('rule.minmax')]
      const [low, high] = scoring.range
      return [t('rule.minmax'), t('rule.range', { low: share(low, locale), high: share(high, locale) })]
    }
    case 'zscore': {
      if (scoring.open === undefined) return [t('rule.zscore')]
      const { mean, sd } = scoring.open
      return [t('rule.zscoreOpen', { mean: share(mean, locale), sd: share(sd, locale) })]
    }
    case 'reference':
      return [
        t('rule.reference', { entry: entryName(scoring.entry) }),
        ...(scoring.cap ? [t('rule.capped')] : []),
      ]
    case 'target':
      return [
        t('rule.target', { target: plainNumber(scoring.target, locale) }),
        ...(scoring.cap ? [t('rule.capped')] : []),
      ]
    case 'shareOfBest':
      return [t('rule.shareOfBest')]
    default:
      return [t(`rule.${scoring.by}`), t(scoring.ties ? 'rule.tiesLeast' : 'rule.tiesShared')]
  }
}
