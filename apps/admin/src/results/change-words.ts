import { formatNumber, formatShare } from '@tumstock/engine/display'
import type { RubricData } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import type { Publication } from './results.ts'

type Value = Publication['changes'][number]['from']

const FIELDS = [
  'entry',
  'name',
  'category',
  'population',
  'value',
  'score',
  'rank',
  'categoryRank',
  'tied',
  'categoryTied',
  'outcome',
  'place',
] as const
type Field = (typeof FIELDS)[number]

const isField = (field: string): field is Field => FIELDS.some(one => one === field)

const PLACES = ['winner', 'nominee', 'finalist'] as const
const isPlace = (value: Value): value is (typeof PLACES)[number] => PLACES.some(one => one === value)

const OUTCOMES = [
  'notApplicable',
  'unanswered',
  'unverified',
  'error',
  'notPublished',
  'notScored',
  'leftOut',
] as const
const isOutcome = (value: Value): value is (typeof OUTCOMES)[number] => OUTCOMES.some(one => one === value)

/** A difference between two versions in the reader's words; what has none is shown as it is in the open data. */
export const useChangeWords = (rubric: Pick<RubricData, 'categories' | 'scale'>) => {
  const { t } = useTranslation('results')
  const locale = useLocale()
  const numberOf = (field: string, value: number): string => {
    if (field === 'value') return formatShare(value, { decimals: 2, locale })
    return formatNumber(value, { decimals: field === 'score' ? rubric.scale.decimals + 1 : 0, locale })
  }
  return {
    field: (field: string): string => (isField(field) ? t(`versions.fields.${field}`) : field),
    value: (field: string, value: Value): string => {
      if (value === null) return '–'
      if (typeof value === 'number') return numberOf(field, value)
      if (typeof value === 'boolean') return t(value ? 'versions.yes' : 'versions.no')
      if (field === 'entry') return t('versions.listed')
      if (field === 'category') return rubric.categories[value]?.title ?? value
      if (field === 'place') return isPlace(value) ? t(`flag.${value}`) : '–'
      if (field === 'outcome') return isOutcome(value) ? t(`noScore.${value}`) : t('versions.scored')
      return value
    },
  }
}
