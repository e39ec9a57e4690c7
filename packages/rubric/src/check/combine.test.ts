import { expect, test } from 'vitest'
import { check } from '../check.ts'
import { COMBINE_WORDS } from '../combine.ts'
import type { Combine } from '../contract.ts'
import { nordic1 } from '../framework.ts'
import { sampleWith } from '../sample.ts'

const told = (changes: Readonly<Record<string, unknown>>): string[] =>
  check(sampleWith(changes), nordic1, undefined, ['metresPerHead']).map(({ message }) =>
    message.replace('walkable-towns@2026 › ', ''),
  )

/** Of the two children of planning, or of the three at the top that weigh anything. */
const planning = (combine: Combine) => told({ 'criteria.planning.combine': combine })

test.each<Combine>([
  ...COMBINE_WORDS,
  { power: -2 },
  { power: 0.5 },
  { benefitOfDoubt: [0, 1] },
  { benefitOfDoubt: [0.5, 0.5] },
])('%j fits', combine => {
  expect(planning(combine)).toEqual([])
})

test('thirds are shares of three, whatever the last bit says', () => {
  expect(told({ combine: { benefitOfDoubt: [1 / 3, 1 / 3] } })).toEqual([])
})

test.each<[Combine, string]>([
  [{ power: 0 }, 'the power is 0. Any other number, or “geometric”, its limit at 0.'],
  [{ benefitOfDoubt: [0.6, 0.4] }, 'the least share 0.6 is above the most 0.4. The least comes first.'],
  [
    { benefitOfDoubt: [0.6, 0.8] },
    'no shares of 2 criteria from 0.6 to 0.8 each sum to 1. Allowed: least at most 0.5, most at least 0.5.',
  ],
  [
    { benefitOfDoubt: [0.1, 0.4] },
    'no shares of 2 criteria from 0.1 to 0.4 each sum to 1. Allowed: least at most 0.5, most at least 0.5.',
  ],
])('%j does not', (combine, says) => {
  expect(planning(combine)).toEqual([`criteria.planning.combine: ${says}`])
})

test.each<Combine>(['copeland', 'outranking', 'kemeny'])('%s is not for a survey', combine => {
  expect(told({ purpose: 'survey', combine })).toEqual([
    `combine: “${combine}” ranks entries against each other. A survey reports each by itself.`,
  ])
})

test('a criterion that weighs nothing has no share', () => {
  expect(told({ combine: { benefitOfDoubt: [0, 0.3] } })).toEqual([
    `combine: no shares of 3 criteria from 0 to 0.3 each sum to 1. Allowed: least at most ${1 / 3}, most at least ${1 / 3}.`,
  ])
})
