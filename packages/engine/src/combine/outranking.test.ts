import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyContest, CITIES, contestOfRows } from './contest.fixture.ts'
import { copeland, winsLessLosses } from './copeland.ts'
import { levelsOf, outranking, outrankingMatrix } from './outranking.ts'

const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-14)

test('four cities: the share of voters who place one before the other', () => {
  const { rows, weights } = contestOfRows(CITIES.rows, CITIES.weights)
  const matrix = [...outrankingMatrix(rows, weights)].map(share => Math.round(share * 100))
  expect(matrix).toEqual([0, 42, 42, 42, 58, 0, 68, 68, 58, 32, 0, 83, 58, 32, 17, 0])
})

test('four cities: mean shares, and wins less losses of 3, 1, −1 and −3 as values', () => {
  const contest = contestOfRows(CITIES.rows, CITIES.weights)
  const shares = outranking(contest) as Float64Array
  const byHand = [3 * 0.42, 0.58 + 2 * 0.68, 0.58 + 0.32 + 0.83, 0.58 + 0.32 + 0.17]
  for (const [i, sum] of byHand.entries()) close(shares[i] as number, sum / 3)
  expect([...(copeland(contest) as Float64Array)]).toEqual([0, 1, 4 / 6, 2 / 6])
})

test('a pair is compared on what both have, with the weight of that alone; on nothing it is a draw', () => {
  const { rows, weights } = contestOfRows(
    [
      [1, 5, null],
      [2, null, 3],
      [null, null, 1],
    ],
    [1, 2, 4],
  )
  expect([...outrankingMatrix(rows, weights)]).toEqual([0, 0, 0.5, 1, 0, 1, 0.5, 0, 0])
})

test('values that differ by rounding alone are a tie, and so is half of the weight', () => {
  const { rows, weights } = contestOfRows(
    [
      [0.1 + 0.2, 1, 0],
      [0.3, 0, 1],
    ],
    [1, 0.7 + 0.1, 0.8],
  )
  expect([...winsLessLosses(levelsOf(rows, weights), 2)]).toEqual([0, 0])
})

test('one entry alone is compared with no one', () => {
  for (const decide of [outranking, copeland])
    expect(decide(contestOfRows([[1, 2]]))).toMatchObject({ code: 'too-few' })
})

test('e(i, j) + e(j, i) = 1, and wins less losses are antisymmetric: they sum to 0 and turn about with the values', () => {
  fc.assert(
    fc.property(anyContest({ min: 2, max: 7 }, true), ({ rows, weights }) => {
      const contest = contestOfRows(rows, weights)
      const n = rows.length
      const matrix = outrankingMatrix(contest.rows, contest.weights)
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          if (i !== j) close((matrix[i * n + j] as number) + (matrix[j * n + i] as number), 1)
      const wins = winsLessLosses(levelsOf(contest.rows, contest.weights), n)
      expect(wins.reduce((sum, c) => sum + c, 0)).toBe(0)
      const turned = winsLessLosses(
        levelsOf(
          contest.rows.map(value => -value),
          contest.weights,
        ),
        n,
      )
      expect([...turned]).toEqual([...wins].map(c => (c === 0 ? 0 : -c)))
    }),
  )
})

test('who rises on a child never falls', () => {
  fc.assert(
    fc.property(anyContest({ min: 2, max: 7 }, true), ({ rows, weights }) => {
      const [first, ...rest] = rows as [(number | null)[], ...(number | null)[][]]
      const c = first.findIndex(value => value !== null)
      const risen = [first.map((value, at) => (at === c ? (value as number) + 1 : value)), ...rest]
      for (const decide of [outranking, copeland]) {
        const before = decide(contestOfRows(rows, weights)) as Float64Array
        const after = decide(contestOfRows(risen, weights)) as Float64Array
        expect((after[0] as number) - (before[0] as number)).toBeGreaterThanOrEqual(-1e-14)
      }
    }),
  )
})
