import type { Reason } from '@tumstock/engine/results'
import { COMBINE_WORDS } from '@tumstock/rubric/combine'
import type { Combine, Scoring } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { explanation as en } from '../text/en/explanation.ts'
import { explanation as nb } from '../text/nb/explanation.ts'
import { explanation as nn } from '../text/nn/explanation.ts'
import { LANGUAGES, type Language, LOCALES, spoken } from '../text/spoken.fixture.ts'
import { explanation as sv } from '../text/sv/explanation.ts'
import { reasonWords, type Telling } from './reason-words.ts'

const i18n = await spoken({ explanation: { en, nb, nn, sv } })

const telling = (language: Language): Telling => ({
  t: i18n.getFixedT(language, 'explanation'),
  locale: LOCALES[language],
  parts: 3,
  nameOf: id => `«${id}»`,
})
type Told = Exclude<Reason, { kind: 'error' }>

const told = (reason: Told, language: Language = 'en') =>
  reasonWords(reason, telling(language)).map(line => line.replaceAll('\u00a0', ' '))

const rule = (scoring: Scoring, more: object = {}): Told => ({ kind: 'rule', scoring, reads: [], ...more })
const combine = (
  how: Combine,
  missingPolicy: Extract<Reason, { kind: 'combine' }>['missingPolicy'],
  present = 2,
): Told => ({
  kind: 'combine',
  combine: how,
  present,
  missingPolicy,
})

const basis = { n: 40, min: 1.5, max: 12, mean: 6.25, sd: 2, rank: 3.5 }
const mark = { text: 'Good', points: 1 }

const EVERY: readonly Told[] = [
  ...COMBINE_WORDS.map(how => combine(how, 'zero')),
  combine({ power: -0.5 }, 'zero'),
  combine({ benefitOfDoubt: [0.1, 0.5] }, 'zero'),
  ...(['zero', 'exclude', 'block', { needs: 0.5 }] as const).map(policy => combine('mean', policy, 1)),
  rule({ by: 'points' }),
  rule({ by: 'linear', from: 0, to: 50 }),
  rule({ by: 'linear', from: 1, to: 1000, log: true }),
  rule({
    by: 'bands',
    bands: [
      [10, 0.25],
      [50, 1],
    ],
  }),
  rule({ by: 'linear', from: 0, to: 1, open: true }),
  rule({ by: 'linear', from: 50, to: 0, open: true }),
  ...(['minmax', 'zscore', 'percentile', 'rank', 'borda', 'shareOfBest'] as const).map(by =>
    rule({ by }, { basis }),
  ),
  rule({ by: 'rank', lowerIsBetter: true, ties: 'least' }, { basis: { ...basis, rank: undefined } }),
  rule({ by: 'minmax', range: [0.01, 1] }, { basis }),
  rule({ by: 'zscore', open: { mean: 0.5, sd: 0.1 } }, { basis }),
  rule({ by: 'reference', entry: 'NO-0301' }, { basis }),
  rule({ by: 'target', target: 40, cap: true }, { basis }),
  rule({ by: 'panel', scale: [mark] }, { marks: [3, 4] }),
  rule({ by: 'panel', scale: [mark], trim: 0.1 }, { marks: [], zeroFor: [] }),
  rule({ by: 'function', name: 'perThousand' }),
  rule({ by: 'points' }, { zeroFor: ['plan', 'budget'] }),
  { kind: 'notApplicable', why: 'category' },
  { kind: 'notApplicable', why: 'answer' },
  { kind: 'notApplicable', why: 'leftOut' },
]

describe.each(LANGUAGES)('in %s', language => {
  test.each(EVERY)('every reason is told in whole words: %j', reason => {
    const lines = told(reason, language)
    expect(lines).not.toEqual([])
    for (const line of lines) expect(line).toMatch(/^[\p{Lu}\d][^{}]*\.$/u)
  })
})

test('languages say it differently', () => {
  for (const reason of EVERY)
    expect(new Set(LANGUAGES.map(language => told(reason, language)[0])).size).toBeGreaterThan(2)
})

test('a complete group needs no word about what is missing', () => {
  expect(told(combine('mean', 'zero', 3))).toEqual(['Weighted mean of its parts.'])
  expect(told(combine('mean', { needs: 0.5 }, 2), 'nb')).toEqual([
    'Vektet gjennomsnitt av delene.',
    '2 av 3 deler har en verdi.',
    'Det gis poeng så lenge minst 50 % av vekten har svar; de andre delene veier mer.',
  ])
})

test('figures are written as the reader writes them', () => {
  expect(told(rule({ by: 'minmax' }, { basis }), 'sv')).toEqual([
    'Placerad mellan det lägsta och det högsta talet i omgången.',
    'Jämfört med 40 i omgången: lägst 1,5, högst 12, medelvärde 6,25, standardavvikelse 2.',
    'Plats nerifrån: 3,5 av 40.',
  ])
  expect(
    told(
      rule({
        by: 'bands',
        bands: [
          [10, 0.25],
          [50, 1],
        ],
      }),
    ),
  ).toEqual(['In steps: 25% from 10 and 100% from 50. Below the first step nothing.'])
})

test('what a rule or a way to combine takes is told with it', () => {
  expect(told(combine({ benefitOfDoubt: [0.1, 0.5] }, 'zero', 3), 'nb')).toEqual([
    'Tvilen kommer deltakeren til gode: vektene er de som passer den best, slik at hver del gir 10 % til 50 % av verdien.',
    'Hva delene tilfører, avhenger av hverandre. De har derfor verdier, men ikke egne poeng.',
  ])
  expect(told(rule({ by: 'target', target: 40.5, cap: true, lowerIsBetter: true }), 'sv')).toEqual([
    'Placerad mellan det sämsta talet i omgången och målet 40,5.',
    'Det som ligger bortom ger inte mer.',
    'Här är ett lägre tal bättre.',
  ])
  expect(told(rule({ by: 'rank', ties: 'least' }))).toEqual([
    'The place in the round from lowest to highest.',
    'Equal numbers all get the lowest of their places.',
  ])
})

test('what counted as zero is named', () =>
  expect(told(rule({ by: 'points' }, { zeroFor: ['plan', 'budget'] }), 'nn')).toEqual([
    'Poenga for dei valde alternativa delt på det meste ein kan få.',
    'Tel som null fordi svar manglar: «plan» og «budget».',
  ]))
