import { expect, test } from 'vitest'
import type { Combine, Criterion, Scoring } from './contract.ts'
import { mayLeaveScale } from './relative.ts'

const base = { title: 'T', why: 'W', weight: 1, missing: 'exclude' } as const
const leaf = (scoring: Scoring): Criterion => ({ ...base, reads: ['x'], scoring, stage: 'survey' })
const group = (combine: Combine, ...of: Criterion[]): Criterion => ({
  ...base,
  combine,
  children: Object.fromEntries(of.map((child, i) => [`c${i}`, child])),
})

const bound = leaf({ by: 'minmax' })
const open = leaf({ by: 'target', target: 4 })

test('a rule without ends may, with a cap it may not', () => {
  expect([open, leaf({ by: 'target', target: 4, cap: true }), bound].map(mayLeaveScale)).toEqual([
    true,
    false,
    false,
  ])
})

test('a group may where a part may, unless it counts only who beats whom or the best weights', () => {
  expect(mayLeaveScale(group('mean', bound, open))).toBe(true)
  expect(mayLeaveScale(group({ power: 2 }, bound, group('median', open)))).toBe(true)
  expect(mayLeaveScale(group('mean', bound, bound))).toBe(false)
  for (const combine of ['copeland', 'outranking', 'kemeny', { benefitOfDoubt: [0, 1] }] as const)
    expect(mayLeaveScale(group(combine, open))).toBe(false)
})

test('the whole is as its criteria are', () => {
  expect(mayLeaveScale({ combine: 'mean', criteria: { open } })).toBe(true)
  expect(mayLeaveScale({ combine: 'mean', criteria: { ranked: group('copeland', open) } })).toBe(false)
})
