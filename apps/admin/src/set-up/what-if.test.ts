import { expect, test } from 'vitest'
import { rubric } from './rubric.fixture.ts'
import { movesOf, prepare, spreadOf, tryWeights } from './what-if.ts'

const row = (id: string, category: string, [plan, path, lit]: [number, number, number]) => ({
  id,
  category,
  answers: { plan, path, lit },
})
const rows = [
  row('north', 'small', [90, 10, 10]),
  row('east', 'small', [40, 50, 50]),
  row('south', 'large', [30, 80, 20]),
  row('west', 'large', [20, 100, 100]),
]
const tried = prepare(rubric, rows)
const results = (weights: Record<string, number>) => {
  if ('impossible' in tried) throw new Error(tried.impossible)
  const after = tryWeights(tried, weights)
  if (!after) throw new Error('no results')
  return after
}

test('with the weights that stand, nobody moves', () => {
  const same = results({})
  expect(movesOf(same, same)).toEqual({
    rows: [
      { entry: 3, rank: 1, rise: 0, categoryRank: 1, categoryRise: 0 },
      { entry: 0, rank: 2, rise: 0, categoryRank: 1, categoryRise: 0 },
      { entry: 1, rank: 3, rise: 0, categoryRank: 2, categoryRise: 0 },
      { entry: 2, rank: 4, rise: 0, categoryRank: 2, categoryRise: 0 },
    ],
    changed: 0,
    of: 4,
  })
})

test('a weight taken away moves those who lived by it', () => {
  const { rows: moved, changed, of } = movesOf(results({}), results({ 'criteria.plan': 0 }))
  expect(moved.map(({ entry, rank, rise }) => [entry, rank, rise])).toEqual([
    [3, 1, 0],
    [1, 2, 1],
    [2, 2, 2],
    [0, 4, -2],
  ])
  expect([changed, of]).toEqual([2, 4])
})

test('weights that leave nothing to count give no ranking', () => {
  if ('impossible' in tried) throw new Error(tried.impossible)
  expect(tryWeights(tried, { 'criteria.plan': 0, 'criteria.street': 0 })).toBeNull()
})

test('without data there is nothing to try on', () =>
  expect(prepare(rubric, [])).toEqual({ impossible: 'no-data' }))

test('a spread leaves out what has no value', () =>
  expect(spreadOf(Float64Array.of(4, 0, 10, 2, 7, Number.NaN, 1, 3, 5, 6, 8, 9))).toEqual({
    p10: 1,
    p25: 2.5,
    median: 5,
    p75: 7.5,
    p90: 9,
    n: 11,
  }))
