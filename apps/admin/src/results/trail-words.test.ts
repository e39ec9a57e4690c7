import type { Reason } from '@tumstock/engine/results'
import type { RubricData } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { steps as en } from '../text/en/steps.ts'
import { steps as nb } from '../text/nb/steps.ts'
import { steps as nn } from '../text/nn/steps.ts'
import { LANGUAGES, type Language, LOCALES, spoken } from '../text/spoken.fixture.ts'
import { steps as sv } from '../text/sv/steps.ts'
import { trailWords } from './trail-words.ts'

type Change = NonNullable<Extract<Reason, { kind: 'rule' }>['reads'][number]['trail']>[number]

const i18n = await spoken({ steps: { en, nb, nn, sv } })

const indicator = (title: string) => ({ title, unit: 'u', source: 's', code: 'c' })
const rubric: Pick<RubricData, 'questions' | 'indicators' | 'categories' | 'steps'> = {
  questions: {
    coast: { text: 'By the sea?', type: 'choice', options: { yes: { text: 'Yes' }, no: { text: 'No' } } },
  },
  indicators: { area: indicator('Area'), roads: indicator('Roads') },
  categories: { small: { title: 'Small towns', kind: 'municipality' } },
  steps: [
    { do: 'impute', by: 'mean', within: 'category' },
    { do: 'impute', by: 'median', within: 'coast' },
  ],
}

const told = (change: Change, language: Language): string =>
  trailWords(change, { t: i18n.getFixedT(language, 'steps'), locale: LOCALES[language], rubric }).replaceAll(
    '\u00a0',
    ' ',
  )

const none = { step: 0, from: null, to: 4.25 }
const some = { step: 0, from: 12, to: 0.000123456 }

const EVERY: readonly Change[] = [
  { ...some, did: 'divided', by: 'area', divisor: 40, per: 1000 },
  { ...some, did: 'divided', by: 'area', divisor: 40, per: 1 },
  { step: 0, from: 12, to: null, did: 'divided', by: 'area', divisor: null, per: 1 },
  { step: 0, from: 12, to: null, did: 'leftOut', why: 'available', available: 0.5, nonZero: 1 },
  { step: 0, from: 12, to: null, did: 'leftOut', why: 'nonZero', available: 1, nonZero: 0.02 },
  { step: 0, from: 12, to: null, did: 'leftOut', why: 'named', available: 1, nonZero: 1 },
  { ...none, did: 'imputed', by: 'mean', n: 12 },
  { ...none, did: 'imputed', by: 'mean', n: 12, within: 'small' },
  { ...none, step: 1, did: 'imputed', by: 'median', n: 12, within: 'yes' },
  { ...none, did: 'imputed', by: 'rowMean', n: 5 },
  { ...none, did: 'imputed', by: 'rowMedian', n: 5 },
  { ...none, did: 'imputed', by: 'regression', on: ['area', 'roads'], n: 30 },
  { ...none, did: 'imputed', by: 'linear', years: [2021, 2023] },
  { ...some, did: 'winsorised', end: 'high', moved: 2 },
  { ...some, did: 'transformed', by: 'logMirrored' },
  { ...some, did: 'transformed', by: { boxCox: -0.5 } },
]

describe.each(LANGUAGES)('in %s', language => {
  test.each(EVERY)('every change is told in a whole sentence: %j', change => {
    expect(told(change, language)).toMatch(/^\p{Lu}[^{}]*\.$/u)
  })
})

test('languages say it differently', () => {
  for (const change of EVERY)
    expect(new Set(LANGUAGES.map(language => told(change, language))).size).toBeGreaterThan(2)
})

test('what a number rests on is named as the reader knows it', () => {
  expect([7, 8, 11, 12, 0].map(at => told(EVERY[at] as Change, 'nb'))).toEqual([
    'Tallet manglet. Satt til 4,25, gjennomsnittet for 12 andre deltakere med «Small towns».',
    'Tallet manglet. Satt til 4,25, medianen for 12 andre deltakere med «Yes».',
    'Tallet manglet. Anslått til 4,25 ut fra Area og Roads med minste kvadraters metode over 30 deltakere.',
    'Tallet manglet. Satt til 4,25 ut fra 2021 og 2023.',
    'Delt på Area, 40, per 1 000: 0,00012346.',
  ])
})
