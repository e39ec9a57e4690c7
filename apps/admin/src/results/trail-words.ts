import { formatShare } from '@tumstock/engine/display'
import type { Reason } from '@tumstock/engine/results'
import type { RubricData } from '@tumstock/rubric/contract'
import type { TFunction } from 'i18next'
import { transformName } from '../rubrics/transform-name.ts'
import { askedText } from './answer-words.ts'
import { computedNumber } from './plain-number.ts'
import { asList } from './scoring-words.ts'

type Read = Extract<Reason, { kind: 'rule' }>['reads'][number]
type Change = NonNullable<Read['trail']>[number]
type Imputed = Extract<Change, { did: 'imputed' }>

type Telling = {
  t: TFunction<'steps'>
  locale: string
  rubric: Pick<RubricData, 'questions' | 'indicators' | 'categories' | 'steps'>
}

/** What one step did to one number, as a sentence. */
export const trailWords = (change: Change, telling: Telling): string => {
  const { t, locale, rubric } = telling
  const number = (value: number | null) => (value === null ? '–' : computedNumber(value, locale))
  const to = number(change.to)
  switch (change.did) {
    case 'divided': {
      const by = askedText(rubric, change.by)
      if (change.divisor === null || change.to === null) return t('done.notDivided', { by })
      const divisor = number(change.divisor)
      return change.per === 1
        ? t('done.divided', { by, divisor, to })
        : t('done.dividedPer', { by, divisor, to, per: number(change.per) })
    }
    case 'leftOut':
      return screeningWords(change, telling)
    case 'imputed':
      return imputedWords(change, to, telling)
    case 'winsorised':
      return t('done.winsorised', { from: number(change.from), to })
    case 'transformed':
      return t('done.transformed', { to, name: transformName(change.by, t, locale) })
  }
}

type Screening = NonNullable<Extract<Reason, { kind: 'notApplicable' }>['screened']>

/** Why a step leaves an entry out, as a sentence. */
export const screeningWords = (
  { why, available, nonZero }: Screening,
  { t, locale }: Pick<Telling, 't' | 'locale'>,
): string =>
  t(`done.leftOut.${why}`, {
    available: formatShare(available, { decimals: 0, locale }),
    nonZero: formatShare(nonZero, { decimals: 0, locale }),
  })

const imputedWords = (change: Imputed, to: string, { t, locale, rubric }: Telling): string => {
  switch (change.by) {
    case 'mean':
    case 'median': {
      if (change.within === undefined) return t(`done.${change.by}`, { to, n: change.n })
      const within = groupTitle(rubric, change.step, change.within)
      return t(`done.${change.by}Within`, { to, n: change.n, within })
    }
    case 'rowMean':
    case 'rowMedian':
      return t(`done.${change.by}`, { to, n: change.n })
    case 'regression': {
      const on = asList(
        change.on.map(id => askedText(rubric, id)),
        locale,
      )
      return t('done.regression', { to, on, n: change.n })
    }
    default:
      return t('done.years', { to, years: asList(change.years.map(String), locale) })
  }
}

/** The title of the category, or the text of the answer, that entries share. */
const groupTitle = ({ categories, questions, steps }: Telling['rubric'], at: number, id: string): string => {
  const step = steps?.[at]
  if (step?.do !== 'impute' || !('within' in step) || step.within === undefined) return id
  if (step.within === 'category') return categories[id]?.title ?? id
  const question = questions[step.within]
  return question !== undefined && 'options' in question ? (question.options[id]?.text ?? id) : id
}
