import { describe, expect, test } from 'vitest'
import { check } from '../check.ts'
import type { Scoring } from '../contract.ts'
import { nordic1 } from '../framework.ts'
import { sampleWith } from '../sample.ts'

const told = (changes: Readonly<Record<string, unknown>>): string[] =>
  check(sampleWith(changes), nordic1, undefined, ['metresPerHead']).map(({ message }) =>
    message.replace('walkable-towns@2026 › ', ''),
  )

const RELATIVE: readonly Scoring[] = [
  { by: 'minmax', range: [0.01, 1] },
  { by: 'zscore', open: { mean: 0.5, sd: 0.1 } },
  { by: 'percentile' },
  { by: 'rank', ties: 'least' },
  { by: 'borda' },
  { by: 'reference', entry: 'oslo', cap: true },
  { by: 'target', target: 40 },
  { by: 'shareOfBest', lowerIsBetter: true },
]

describe.each(RELATIVE)('$by', scoring => {
  test('of one number, each year by itself or pooled', () => {
    expect(told({ 'criteria.light.scoring': scoring, years: 'each' })).toEqual([])
  })

  test('of a choice or of two numbers', () => {
    const plan = { 'criteria.light.reads': ['plan'], 'criteria.light.scoring': scoring }
    const two = { 'criteria.light.reads': ['lit', 'metres'], 'criteria.light.scoring': scoring }
    expect([told(plan), told(two)]).toEqual([
      [
        'questions.lit: no criterion reads it. Read it, or leave it out.',
        `criteria.light.reads: “plan” is of type choice. The rule “${scoring.by}” reads number, share, indicator.`,
      ],
      [
        `criteria.light.reads: reads 2. The rule “${scoring.by}” reads exactly one number, share or indicator.`,
      ],
    ])
  })
})

test.each([
  [0.5, 0.5],
  [1, 0],
  [-0.1, 1],
  [1, 100],
])('a range from %d to %d', (low, high) => {
  expect(told({ 'criteria.light.scoring': { by: 'minmax', range: [low, high] } })).toEqual([
    `criteria.light.scoring: the range is ${low} to ${high}. The low end comes first, both from 0 to 1, where 1 is all of the scale.`,
  ])
})

test('the number as it is', () => {
  const scoring: Scoring = { by: 'linear', from: 0, to: 1, open: true }
  expect(told({ 'criteria.light.scoring': scoring })).toEqual([])
})

test('years, where no rule looks at other entries', () => {
  expect(told({ years: 'pooled' })).toEqual([
    'years: no criterion is scored relative to other entries, so there is nothing to compare. Leave it out.',
  ])
})
