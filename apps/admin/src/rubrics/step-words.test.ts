import type { Step } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { steps as en } from '../text/en/steps.ts'
import { steps as nb } from '../text/nb/steps.ts'
import { steps as nn } from '../text/nn/steps.ts'
import { LANGUAGES, type Language, LOCALES, spoken } from '../text/spoken.fixture.ts'
import { steps as sv } from '../text/sv/steps.ts'
import { stepWords } from './step-words.ts'

const i18n = await spoken({ steps: { en, nb, nn, sv } })

const indicator = (title: string) => ({ title, unit: 'u', source: 's', code: 'c' })
const rubric = {
  questions: {
    coast: { text: 'By the sea?', type: 'choice', options: { yes: { text: 'Yes' }, no: { text: 'No' } } },
  },
  indicators: { flights: indicator('Flights'), area: indicator('Area'), roads: indicator('Roads') },
} as const

const told = (step: Step, language: Language): string[] =>
  stepWords(step, { t: i18n.getFixedT(language, 'steps'), locale: LOCALES[language], rubric }).map(line =>
    line.replaceAll('\u00a0', ' '),
  )

const TEST = { skewness: 2, kurtosis: 3.5 }

const EVERY: readonly Step[] = [
  { do: 'denominate', each: { flights: { by: 'area', per: 1000 }, roads: { by: 'area' } } },
  { do: 'screen', available: 0.66, nonZero: 0.05, keep: ['a'], drop: ['b', 'c'] },
  ...(['mean', 'median'] as const).flatMap(by => [
    { do: 'impute', by } as const,
    { do: 'impute', by, within: 'category' } as const,
    { do: 'impute', by, within: 'coast', of: ['roads'] } as const,
  ]),
  { do: 'impute', by: 'rowMean' },
  { do: 'impute', by: 'rowMedian', siblings: true },
  { do: 'impute', by: 'regression', on: ['area', 'roads'] },
  ...(['last', 'linear', 'constant'] as const).map(by => ({ do: 'impute', by }) as const),
  { do: 'treat', test: TEST, winsorise: { most: 1 } },
  { do: 'treat', test: TEST, winsorise: { most: null }, then: 'log' },
  { do: 'treat', test: TEST, winsorise: { most: 5 }, then: 'logMirrored', both: true },
  { do: 'treat', winsorise: { most: 5 }, then: 'logFromOne', both: true },
  { do: 'treat', then: 'logScaled' },
  { do: 'treat', then: { boxCox: 0.5 } },
]

describe.each(LANGUAGES)('in %s', language => {
  test.each(EVERY)('every step is told in whole sentences: %j', step => {
    const lines = told(step, language)
    expect(lines).not.toEqual([])
    for (const line of lines) expect(line).toMatch(/^\p{Lu}[^{}]*\.$/u)
  })

  test('and no two the same', () => {
    expect(new Set(EVERY.map(step => told(step, language).join(' '))).size).toBe(EVERY.length)
  })
})

test('what a step is about is named as the reader knows it', () => {
  expect(told({ do: 'impute', by: 'median', within: 'coast', of: ['roads', 'area'] }, 'en')).toEqual([
    'A missing number becomes the median of the other entries with the same answer to “By the sea?”.',
    'Only for Roads and Area.',
  ])
  expect(told({ do: 'treat', test: TEST, winsorise: { most: 5 }, then: 'log' }, 'sv')).toEqual([
    'Extremvärden behandlas i en indikator där skevheten är minst 2 åt endera hållet och överskottskurtosis minst 3,5.',
    'De mest extrema talen, högst 5 per indikator, dras in till det nästa.',
    'Om det inte räcker transformeras i stället talen som de var: logaritmen av avståndet till det lägsta talet och en hundradel av spannet.',
  ])
})
