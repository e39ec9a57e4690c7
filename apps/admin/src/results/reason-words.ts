import { formatShare } from '@tumstock/engine/display'
import type { Reason } from '@tumstock/engine/results'
import type { Missing } from '@tumstock/rubric/contract'
import type { TFunction } from 'i18next'
import { combineSentence } from './combine-words.ts'
import { plainNumber } from './plain-number.ts'
import { asList, scoringWords } from './scoring-words.ts'

export type Words = TFunction<'explanation'>

/** What a reason is put into words with. */
export type Telling = {
  t: Words
  locale: string
  /** Parts of the node that is explained. */
  parts: number
  /** The text of a question or the title of an indicator. */
  nameOf: (id: string) => string
  /** The name of an entry by what the rubric calls it. */
  entryName?: (id: string) => string
}

const share = (value: number, locale: string): string => formatShare(value, { decimals: 0, locale })

type Rule = Extract<Reason, { kind: 'rule' }>

/** A reason in plain sentences, the rule first, then what was special in this case. */
export const reasonWords = (reason: Exclude<Reason, { kind: 'error' }>, telling: Telling): string[] => {
  const { t } = telling
  switch (reason.kind) {
    case 'combine':
      return combineWords(reason, telling)
    case 'rule':
      return ruleWords(reason, telling)
    case 'notApplicable':
      return [t(`notApplicableWhy.${reason.why}`)]
  }
}

/** What happens to what is missing. */
export const missingWords = (missing: Missing, { t, locale }: Pick<Telling, 't' | 'locale'>): string =>
  typeof missing === 'string'
    ? t(`missing.${missing}`)
    : t('missing.needs', { share: share(missing.needs, locale) })

const combineWords = (
  { combine, present, missingPolicy }: Extract<Reason, { kind: 'combine' }>,
  telling: Telling,
): string[] => {
  const { t, parts, locale } = telling
  return [
    combineSentence(combine, t, locale),
    ...(combine === 'mean' ? [] : [t('sumOff')]),
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
