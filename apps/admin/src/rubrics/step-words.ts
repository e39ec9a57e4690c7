import { formatShare } from '@tumstock/engine/display'
import type { RubricData, Step } from '@tumstock/rubric/contract'
import type { TFunction } from 'i18next'
import { askedText } from '../results/answer-words.ts'
import { plainNumber } from '../results/plain-number.ts'
import { asList } from '../results/scoring-words.ts'
import { transformName } from './transform-name.ts'

type Telling = {
  t: TFunction<'steps'>
  locale: string
  rubric: Pick<RubricData, 'questions' | 'indicators'>
  /** The name of an entry by what the rubric calls it; without it, that. */
  entryName?: (id: string) => string
}
type Of<D extends Step['do']> = Extract<Step, { do: D }>

/** What a step does, in plain sentences. */
export const stepWords = (step: Step, telling: Telling): string[] => {
  switch (step.do) {
    case 'denominate':
      return denominateWords(step, telling)
    case 'screen':
      return screenWords(step, telling)
    case 'impute':
      return [...imputeWords(step, telling), ...onlyWords(step.of, telling)]
    case 'treat':
      return [...treatWords(step, telling), ...onlyWords(step.of, telling)]
  }
}

const titles = (ids: readonly string[], { rubric, locale }: Telling): string =>
  asList(
    ids.map(id => askedText(rubric, id)),
    locale,
  )

const onlyWords = (of: readonly string[] | undefined, telling: Telling): string[] =>
  of === undefined ? [] : [telling.t('only', { what: titles(of, telling) })]

const denominateWords = ({ each }: Of<'denominate'>, { t, locale, rubric }: Telling): string[] => {
  const pairs = Object.entries(each).map(([id, { by, per = 1 }]) => {
    const names = { what: askedText(rubric, id), by: askedText(rubric, by) }
    return per === 1 ? t('pair', names) : t('pairPer', { ...names, per: plainNumber(per, locale) })
  })
  return [t('divided', { pairs: pairs.join('; ') })]
}

const screenWords = (
  { available, nonZero, keep, drop }: Of<'screen'>,
  { t, locale, entryName = id => id }: Telling,
): string[] => {
  const share = (value: number) => formatShare(value, { decimals: 0, locale })
  return [
    ...(available === undefined ? [] : [t('available', { share: share(available) })]),
    ...(nonZero === undefined ? [] : [t('nonZero', { share: share(nonZero) })]),
    ...(keep === undefined ? [] : [t('keep', { entries: asList(keep.map(entryName), locale) })]),
    ...(drop === undefined ? [] : [t('drop', { entries: asList(drop.map(entryName), locale) })]),
  ]
}

const imputeWords = (step: Of<'impute'>, telling: Telling): string[] => {
  const { t, rubric } = telling
  switch (step.by) {
    case 'mean':
    case 'median':
      if (step.within === undefined) return [t(step.by)]
      return step.within === 'category'
        ? [t(`${step.by}Category`)]
        : [t(`${step.by}Within`, { question: askedText(rubric, step.within) })]
    case 'rowMean':
    case 'rowMedian':
      return [t(step.by), ...(step.siblings ? [t('siblings')] : [])]
    case 'regression':
      return [t('regression', { on: titles(step.on, telling) })]
    default:
      return [t(step.by)]
  }
}

const treatWords = ({ test, winsorise, then, both }: Of<'treat'>, { t, locale }: Telling): string[] => {
  const number = (value: number) => plainNumber(value, locale)
  const most = winsorise?.most
  const lines = [
    ...(test === undefined
      ? []
      : [t('test', { skewness: number(test.skewness), kurtosis: number(test.kurtosis) })]),
    ...(most === null ? [t('winsoriseAll')] : []),
    ...(typeof most === 'number' ? [t('winsorise', { count: most })] : []),
  ]
  if (then === undefined) return lines
  const name = transformName(then, t, locale)
  if (winsorise === undefined) return [...lines, t('transform', { name })]
  const how = `transform${both ? 'Both' : ''}${test ? 'Else' : ''}` as const
  return [...lines, t(how, { name })]
}
