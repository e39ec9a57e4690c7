import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { explanation } from '../text/nb/explanation.ts'
import { answerWords, askedText } from './answer-words.ts'

const i18n = createInstance()
await i18n.init({
  resources: { nb: { explanation } },
  lng: 'nb',
  ns: ['explanation'],
  interpolation: { escapeValue: false },
})
const words = { t: i18n.getFixedT('nb', 'explanation'), locale: 'nb-NO' }

const asked = {
  questions: {
    plan: { type: 'choice', text: 'Plan?', options: { yes: { text: 'Ja', points: 2 }, no: { text: 'Nei' } } },
    services: {
      type: 'multiple',
      text: 'Hva?',
      options: { a: { text: 'A', points: 0.5 }, b: { text: 'B' } },
    },
    share: { type: 'share', text: 'Andel?' },
    cost: { type: 'number', text: 'Kostnad?', unit: 'kr' },
    link: { type: 'url', text: 'Hvor?' },
  },
  indicators: { K1: { title: 'Alder', unit: 'år', source: 'SSB', code: '07459' } },
} as const

test.each([
  ['plan', 'yes', 'Ja (2)'],
  ['plan', 'no', 'Nei'],
  ['plan', '?', 'Vet ikke'],
  ['plan', 'n/a', 'Ikke aktuelt'],
  ['plan', null, 'Ikke besvart'],
  ['K1', null, 'Ikke noe tall'],
  ['plan', 'gone', 'gone'],
  ['services', ['a', 'b'], 'A (0,5) · B'],
  ['services', [], 'Ingen av alternativene'],
  ['share', 12.5, '12,5 %'],
  ['cost', 1200, '1 200 kr'],
  ['K1', 41.25, '41,25 år'],
  ['link', 'https://example.org', 'https://example.org'],
])('%s: %j is told as %s', (id, value, told) =>
  expect(answerWords(asked, id, value, words).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(told),
)

test('what was asked has its text, or its id where the rubric does not know it', () => {
  expect(['plan', 'K1', 'x'].map(id => askedText(asked, id))).toEqual(['Plan?', 'Alder', 'x'])
})
