import { expect, test } from 'vitest'
import type { Combine, Criterion, Scoring } from './contract.ts'
import { isOpen, isRelative, mayLeaveScale } from './relative.ts'

test.each<[Scoring, relative: boolean, open: boolean]>([
  [{ by: 'points' }, false, false],
  [{ by: 'linear', from: 0, to: 1 }, false, false],
  [{ by: 'linear', from: 0, to: 1, open: true }, false, true],
  [{ by: 'minmax', range: [0.1, 1] }, true, false],
  [{ by: 'zscore' }, true, false],
  [{ by: 'zscore', open: { mean: 0, sd: 1 } }, true, true],
  [{ by: 'borda' }, true, false],
  [{ by: 'reference', entry: 'a' }, true, true],
  [{ by: 'reference', entry: 'a', cap: true }, true, false],
  [{ by: 'target', target: 3 }, true, true],
  [{ by: 'shareOfBest' }, true, false],
  [{ by: 'function', name: 'f' }, false, false],
])('%j', (scoring, relative, open) => {
  expect([isRelative(scoring), isOpen(scoring)]).toEqual([relative, open])
})

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
