import type { RubricData, Scoring, Step } from '@tumstock/rubric/contract'
import { expect, test } from 'vitest'
import { groupOf, indicatorsOf, leafOf, rubricOf } from '../score/score.fixture.ts'
import { variantOf } from './variant.ts'

const screen: Step = { do: 'screen', available: 0.5 }
const mean: Step = { do: 'impute', by: 'mean' }
const rubric = rubricOf({
  indicators: indicatorsOf('a', 'b', 'c'),
  steps: [screen, mean],
  criteria: {
    x: groupOf({
      a: leafOf(['a'], { by: 'minmax' }),
      b: leafOf(['b'], { by: 'rank', lowerIsBetter: true }),
      c: leafOf(['c'], { by: 'linear', from: 9, to: 1 }),
    }),
  },
})

const rulesOf = (variant: RubricData): Scoring[] => {
  const { x } = variant.criteria
  return x && 'children' in x
    ? Object.values(x.children).map(leaf => (leaf as { scoring: Scoring }).scoring)
    : []
}

test('another rule keeps the direction of the leaf, and is for relative leaves unless it says for which', () => {
  const zscore: Scoring = { by: 'zscore' }
  expect(rulesOf(variantOf(rubric, [{ vary: 'scoring', among: [zscore] }], [0]))).toEqual([
    { by: 'zscore' },
    { by: 'zscore', lowerIsBetter: true },
    { by: 'linear', from: 9, to: 1 },
  ])
  const of = ['criteria.x.children.c']
  expect(rulesOf(variantOf(rubric, [{ vary: 'scoring', among: [zscore], of }], [0]))).toEqual([
    { by: 'minmax' },
    { by: 'rank', lowerIsBetter: true },
    { by: 'zscore', lowerIsBetter: true },
  ])
})

test('steps are replaced at their places, whichever of them is left out', () => {
  const median: Step = { do: 'impute', by: 'median' }
  const among = [null, median]
  const both = [
    { vary: 'step', at: 0, among: [null] },
    { vary: 'step', at: 1, among },
  ] as const
  expect(variantOf(rubric, both, [0, 1]).steps).toEqual([median])
  expect(variantOf(rubric, both.slice(1), [1]).steps).toEqual([screen, median])
  expect(variantOf(rubric, both, [0, 0]).steps).toEqual([])
})

test('groups combine and policies apply where they are told to, the total included', () => {
  const all = variantOf(rubric, [{ vary: 'combine', among: ['min'] }], [0])
  expect([all.combine, (all.criteria.x as { combine: string }).combine]).toEqual(['min', 'min'])
  const one = variantOf(rubric, [{ vary: 'combine', among: ['min'], of: ['criteria'] }], [0])
  expect([one.combine, (one.criteria.x as { combine: string }).combine]).toEqual(['min', 'mean'])
  const { criteria, missing } = variantOf(
    rubric,
    [{ vary: 'missing', among: ['zero'], of: ['criteria.x'] }],
    [0],
  )
  expect([missing, criteria.x?.missing]).toEqual(['block', 'zero'])
})

test('weights, marks and what is left out change nothing of the rubric', () => {
  expect(
    variantOf(rubric, [{ vary: 'weights', by: 0.1 }, { vary: 'leaveOut' }, { vary: 'marks' }], [0, 0, 0]),
  ).toBe(rubric)
})
