import type { RubricData, Scoring } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { faults as en } from '../text/en/faults.ts'
import { frame as enFrame } from '../text/en/frame.ts'
import { faults as nb } from '../text/nb/faults.ts'
import { frame as nbFrame } from '../text/nb/frame.ts'
import { faults as nn } from '../text/nn/faults.ts'
import { frame as nnFrame } from '../text/nn/frame.ts'
import { LANGUAGES, type Language, LOCALES, spoken } from '../text/spoken.fixture.ts'
import { faults as sv } from '../text/sv/faults.ts'
import { frame as svFrame } from '../text/sv/frame.ts'
import { faultGroups } from './fault-groups.ts'
import { faultWords } from './fault-words.ts'

const i18n = await spoken({
  frame: { en: enFrame, nb: nbFrame, nn: nnFrame, sv: svFrame },
  faults: { en, nb, nn, sv },
})

const base = { why: 'W', weight: 1, missing: 'exclude' } as const
const leaf = (title: string, reads: string, scoring: Scoring) =>
  ({ ...base, title, reads: [reads], scoring, stage: 'survey' }) as const
const indicator = (title: string) => ({ title, unit: 'u', source: 's', code: 'c' })

const rubric: Pick<RubricData, 'questions' | 'indicators' | 'criteria' | 'steps'> = {
  questions: {},
  indicators: { speed: indicator('Speed'), forms: indicator('Forms'), people: indicator('People') },
  steps: [
    { do: 'denominate', each: { forms: { by: 'people' } } },
    { do: 'screen', keep: ['NO-1103'], drop: ['NO-0301'] },
    { do: 'impute', by: 'regression', on: ['forms', 'people'] },
    { do: 'treat', then: 'logScaled' },
  ],
  criteria: {
    beside: leaf('Beside Oslo', 'speed', { by: 'reference', entry: 'NO-0301' }),
    target: leaf('Target', 'speed', { by: 'target', target: 1000 }),
    best: leaf('Best', 'speed', { by: 'shareOfBest', lowerIsBetter: true }),
    log: leaf('Log', 'speed', { by: 'linear', from: 1, to: 10, log: true }),
    use: leaf('Use', 'forms', { by: 'minmax' }),
    order: {
      ...base,
      title: 'Order',
      combine: 'geometric',
      children: { a: leaf('A', 'speed', { by: 'minmax' }) },
    },
  },
}

type Case = [path: string, code: string, at: string, english: string]
const of = (key: string) => `criteria.${key}`
const CASES: Case[] = [
  [
    of('use'),
    'zero-range',
    of('use'),
    '“Forms” does not tell the entries apart. It needs at least two different numbers.',
  ],
  [
    of('beside'),
    'unknown-entry',
    of('beside'),
    '“Speed” is compared with Oslo, who is not among the entries.',
  ],
  [of('beside'), 'no-number', of('beside'), '“Speed” is compared with Oslo, who has no number.'],
  [
    of('beside'),
    'zero-range',
    of('beside'),
    '“Speed”: Oslo, with whom all are compared, is no better than the worst. It has to be.',
  ],
  [
    of('target'),
    'zero-range',
    of('target'),
    '“Speed”: the target 1,000 is no better than the worst number. It has to be.',
  ],
  [
    of('best'),
    'not-positive',
    of('best'),
    '“Speed” has no share of its best: its numbers have to be above 0, since lower is better.',
  ],
  [of('log'), 'not-positive', of('log'), '“Speed” has a number that is not above 0, and so no logarithm.'],
  [of('use'), 'not-positive', 'steps.0', '“Forms” cannot be divided by “People” where that is not above 0.'],
  [
    of('use'),
    'unknown-entry',
    'steps.1',
    'A step of the rubric names Stavanger and Oslo, of whom not all are among the entries.',
  ],
  [
    of('use'),
    'no-number',
    'steps.2',
    '“Forms” has no number at all from which the missing ones could be set.',
  ],
  [
    of('use'),
    'bad-rubric',
    'steps.2',
    '“Forms” is read in both directions, so that a step cannot bring it to one.',
  ],
  [
    of('beside'),
    'too-few',
    'steps.2',
    '“Speed” cannot be estimated from Forms and People: too few entries have all of them, or one of them says nothing new.',
  ],
  [
    of('use'),
    'zero-range',
    'steps.3',
    '“Forms” does not tell the entries apart. It needs at least two different numbers.',
  ],
  [
    of('use'),
    'not-positive',
    'steps.3',
    '“Forms” cannot be transformed: its highest number has to be above 1.',
  ],
  [
    of('order'),
    'too-few',
    of('order'),
    '“Order” compares entries with each other. At least two of them need a value.',
  ],
  [
    of('order'),
    'too-many',
    of('order'),
    'In “Order”, too many entries beat each other in a circle for an exact order.',
  ],
  [of('order'), 'not-solved', of('order'), 'In “Order”, the weights that suit an entry best were not found.'],
  [
    of('order'),
    'not-positive',
    of('order'),
    '“Order” has a part below 0. This needs 0 and above: geometric mean.',
  ],
  [of('use'), 'bad-mark', of('use'), '“Forms” has a mark that is not on its scale.'],
  [of('use'), 'function-threw', of('use'), '“Forms” could not be computed: it broke'],
]

const NAMES: Record<string, string> = { 'NO-0301': 'Oslo', 'NO-1103': 'Stavanger' }

const told = ([path, code, at]: Case, language: Language): string =>
  faultWords(
    { path, code, at, message: 'it broke' },
    {
      t: i18n.getFixedT(language, 'faults'),
      frame: i18n.getFixedT(language, 'frame'),
      locale: LOCALES[language],
      rubric,
      entryName: id => NAMES[id] ?? id,
    },
  )

test.each(CASES)('%s: %s at %s', (...fault) => {
  expect(told(fault, 'en')).toBe(fault[3])
})

describe.each(LANGUAGES)('in %s', language => {
  test.each(CASES.slice(0, -1))('%s: %s at %s is whole sentences', (...fault) => {
    expect(told(fault, language)).toMatch(/^[“«”\p{Lu}][^{}]*\.$/u)
  })
})

test('languages say it differently', () => {
  for (const one of CASES)
    expect(new Set(LANGUAGES.map(language => told(one, language))).size).toBeGreaterThan(2)
})

const error = (path: string, entry: string, code: string, at: string) => ({
  path,
  entry,
  code,
  at,
  message: '',
})

test('one cause is told once, with all that it hits', () => {
  const wrongName = error(of('use'), 'a', 'unknown-entry', 'steps.1')
  const divided = error(of('use'), 'b', 'not-positive', 'steps.0')
  const again = { ...divided, entry: 'a' }
  const elsewhere = error(of('best'), 'a', 'unknown-entry', 'steps.1')
  const below = error(of('order'), 'a', 'not-positive', of('order'))
  expect(faultGroups([wrongName, divided, again, elsewhere, below], rubric)).toEqual([
    { fault: wrongName, paths: [of('use'), of('best')], entries: ['a'] },
    { fault: divided, paths: [of('use')], entries: ['b', 'a'] },
    { fault: below, paths: [of('order')], entries: ['a'] },
  ])
})

test('the same step failing on two indicators has two causes', () => {
  const errors = [
    error(of('use'), 'a', 'zero-range', 'steps.3'),
    error(of('best'), 'a', 'zero-range', 'steps.3'),
  ]
  expect(faultGroups(errors, rubric).map(({ paths }) => paths)).toEqual([[of('use')], [of('best')]])
})
