import type { Assumption } from '@tumstock/engine/assumptions'
import { formatShare } from '@tumstock/engine/display'
import type { RubricData, Scoring, Step } from '@tumstock/rubric/contract'
import { isRelative } from '@tumstock/rubric/relative'
import type { TFunction } from 'i18next'
import { combineTitle } from '../results/combine-words.ts'
import { asList } from '../results/scoring-words.ts'

export type Telling = {
  t: TFunction<'sure'>
  frame: TFunction
  locale: string
  rubric: Pick<RubricData, 'steps'>
}

/** An assumption by name, with what it varies: "weights ±25 %". */
export const assumptionName = (assumption: Assumption, { t, frame, locale, rubric }: Telling): string => {
  switch (assumption.vary) {
    case 'weights':
      return t('vary.weights', { by: formatShare(assumption.by, { decimals: 0, locale }) })
    case 'combine':
      return t('vary.combine', {
        ways: asList(
          assumption.among.map(way => combineTitle(way, frame, locale)),
          locale,
        ),
      })
    case 'scoring':
      return t('vary.scoring', {
        rules: asList(
          assumption.among.map(rule => ruleName(rule, t)),
          locale,
        ),
      })
    case 'step':
      return t(`vary.${stepKind(rubric.steps?.[assumption.at])}`)
    default:
      return t(`vary.${assumption.vary}`)
  }
}

/** The same in short, as it stands over its choice. */
export const assumptionTitle = (assumption: Assumption, { t, rubric }: Telling): string =>
  assumption.vary === 'step'
    ? t(`vary.${stepKind(rubric.steps?.[assumption.at])}`)
    : t(`assumptions.${assumption.vary}`)

/** What one of its alternatives is called. */
export const alternativeName = (
  assumption: Assumption,
  at: number,
  { t, frame, locale }: Telling,
): string => {
  switch (assumption.vary) {
    case 'combine': {
      const way = assumption.among[at]
      return way === undefined ? '' : combineTitle(way, frame, locale)
    }
    case 'scoring': {
      const rule = assumption.among[at]
      return rule === undefined ? '' : ruleName(rule, t)
    }
    case 'step': {
      const step = assumption.among[at]
      if (step === null) return t('alternative.without')
      return step?.do === 'impute' && (step.by === 'mean' || step.by === 'median')
        ? t(`alternative.${step.by}`)
        : t('alternative.asItIs')
    }
    case 'missing':
      return t(`alternative.${assumption.among[at] === 'zero' ? 'zero' : 'exclude'}`)
    default:
      return ''
  }
}

export const ruleName = (rule: Scoring, t: TFunction<'sure'>): string =>
  isRelative(rule) ? t(`rule.${rule.by}`) : ''

export const stepKind = (step: Step | undefined): 'treat' | 'impute' | 'screen' =>
  step?.do === 'impute' || step?.do === 'screen' ? step.do : 'treat'
