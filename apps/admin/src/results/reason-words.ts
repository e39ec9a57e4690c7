import { formatNumber, formatShare } from '@tumstock/engine/display'
import type { Reason } from '@tumstock/engine/results'
import type { Missing, Scoring } from '@tumstock/rubric/contract'
import type { TFunction } from 'i18next'

export type Words = TFunction<'explanation'>

/** What a reason is put into words with. */
export type Telling = {
  t: Words
  locale: string
  /** Parts of the node that is explained. */
  parts: number
  /** The text of a question or the title of an indicator. */
  nameOf: (id: string) => string
}

const MOST_DECIMALS = 4

/** A number with the decimals that it has, up to four. */
export const plainNumber = (value: number, locale: string): string => {
  const decimals = String(value).split('.')[1]?.length ?? 0
  return formatNumber(value, { decimals: Math.min(decimals, MOST_DECIMALS), locale })
}

const share = (value: number, locale: string): string => formatShare(value, { decimals: 0, locale })

const asList = (words: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)

type Rule = Extract<Reason, { kind: 'rule' }>

/** A reason in plain sentences, the rule first, then what was special in this case. */
export const reasonWords = (reason: Reason, telling: Telling): string[] => {
  const { t } = telling
  switch (reason.kind) {
    case 'combine':
      return combineWords(reason, telling)
    case 'rule':
      return ruleWords(reason, telling)
    case 'notApplicable':
      return [t(`notApplicableWhy.${reason.why}`)]
    case 'error':
      return [t('error', { message: reason.message, code: reason.code })]
  }
}

const isCombine = (combine: string): combine is 'mean' | 'geometric' | 'harmonic' | 'min' | 'median' =>
  ['mean', 'geometric', 'harmonic', 'min', 'median'].includes(combine)

/** What happens to what is missing. */
export const missingWords = (missing: Missing, { t, locale }: Pick<Telling, 't' | 'locale'>): string =>
  typeof missing === 'string'
    ? t(`missing.${missing}`)
    : t('missing.needs', { share: share(missing.needs, locale) })

const combineWords = (
  { combine, present, missingPolicy }: Extract<Reason, { kind: 'combine' }>,
  telling: Telling,
): string[] => {
  const { t, parts } = telling
  return [
    ...(isCombine(combine) ? [t(`combine.${combine}`)] : []),
    ...(isCombine(combine) && combine !== 'mean' ? [t('sumOff')] : []),
    ...(present < parts
      ? [t('present', { count: present, of: parts }), missingWords(missingPolicy, telling)]
      : []),
  ]
}

const ruleWords = (reason: Rule, telling: Telling): string[] => {
  const { t, locale, nameOf } = telling
  const { scoring, marks, basis, zeroFor } = reason
  const number = (value: number) => plainNumber(value, locale)
  const waiting = zeroFor?.map(nameOf) ?? []
  return [
    ...scoringWords(scoring, telling),
    ...(marks === undefined ? [] : [marksWords(marks, telling)]),
    ...(basis === undefined
      ? []
      : [
          t('basis', {
            n: number(basis.n),
            min: number(basis.min),
            max: number(basis.max),
            mean: number(basis.mean),
            sd: number(basis.sd),
          }),
        ]),
    ...(basis?.rank === undefined ? [] : [t('basisRank', { rank: number(basis.rank), n: number(basis.n) })]),
    ...(zeroFor === undefined
      ? []
      : waiting.length > 0
        ? [t('zeroFor', { questions: asList(waiting, locale) })]
        : [t('zeroForMarks')]),
  ]
}

const marksWords = (marks: readonly number[], { t, locale }: Telling): string =>
  marks.length === 0
    ? t('noMarks')
    : t('marks', { marks: marks.map(mark => plainNumber(mark, locale)).join(' · ') })

/** How a rule turns what it reads into a value. */
export const scoringWords = (scoring: Scoring, { t, locale }: Pick<Telling, 't' | 'locale'>): string[] => {
  const number = (value: number) => plainNumber(value, locale)
  switch (scoring.by) {
    case 'points':
      return [t('rule.points')]
    case 'linear':
      return [
        t(scoring.log ? 'rule.linearLog' : 'rule.linear', {
          from: number(scoring.from),
          to: number(scoring.to),
        }),
      ]
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
        t(`rule.${scoring.by}`),
        ...(scoring.lowerIsBetter ? [t('rule.lowerIsBetter')] : []),
        ...(scoring.treat ? [t(`rule.${scoring.treat}`)] : []),
      ]
  }
}
