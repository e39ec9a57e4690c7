import { COMBINE_WORDS } from '@tumstock/rubric/combine'
import type { Combine } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { frame as en } from '../text/en/frame.ts'
import { frame as nb } from '../text/nb/frame.ts'
import { frame as nn } from '../text/nn/frame.ts'
import { LANGUAGES, LOCALES, spoken } from '../text/spoken.fixture.ts'
import { frame as sv } from '../text/sv/frame.ts'
import { combineTitle } from './combine-words.ts'

const WAYS: readonly Combine[] = [...COMBINE_WORDS, { power: -1.5 }, { benefitOfDoubt: [0.1, 0.5] }]

const i18n = await spoken({ frame: { en, nb, nn, sv } })

describe.each(LANGUAGES)('in %s', language => {
  const titles = WAYS.map(way => combineTitle(way, i18n.getFixedT(language), LOCALES[language]))

  test('each way to combine has a name of its own', () => {
    expect(new Set(titles).size).toBe(WAYS.length)
    for (const title of titles) expect(title).not.toMatch(/[{}]|^combine/)
  })
})

test('the numbers that a way takes are in its name', () => {
  const named = (way: Combine) => combineTitle(way, i18n.getFixedT('sv'), 'sv-SE').replaceAll('\u00a0', ' ')
  expect([named({ power: 2.5 }), named({ benefitOfDoubt: [0.1, 0.5] })]).toEqual([
    'potensmedelvärde, exponent 2,5',
    'hellre fria än fälla, varje del 10 % till 50 %',
  ])
})
