import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyContest, CITIES, contestOfRows } from './contest.fixture.ts'
import { kemeny } from './kemeny.ts'
import { meanPlaces } from './kemeny-places.ts'
import { outrankingMatrix } from './outranking.ts'

const valuesOf = (rows: (number | null)[][], weights?: number[]): number[] => [
  ...(kemeny(contestOfRows(rows, weights)) as Float64Array),
]

const ordersOf = (entries: readonly number[]): number[][] =>
  entries.length === 0
    ? [[]]
    : entries.flatMap(first => ordersOf(entries.filter(e => e !== first)).map(rest => [first, ...rest]))

/** The mean place of every entry over all orders that no order beats. */
const bruteForce = (n: number, shares: Float64Array): number[] => {
  const orders = ordersOf([...Array(n).keys()])
  const sums = orders.map(order =>
    order.reduce(
      (sum, i, at) => order.slice(at + 1).reduce((s, j) => s + (shares[i * n + j] as number), sum),
      0,
    ),
  )
  const most = Math.max(...sums)
  const best = orders.filter((_, o) => most - (sums[o] as number) <= 1e-12 * most)
  return Array.from(
    { length: n },
    (_, i) => best.reduce((sum, order) => sum + order.indexOf(i), 0) / best.length,
  )
}

test('four cities: Nashville, Chattanooga, Knoxville, Memphis', () => {
  expect(valuesOf(CITIES.rows, CITIES.weights)).toEqual([0, 1, 2 / 3, 1 / 3])
})

test('three entries that beat each other in a circle with equal weight share the middle', () => {
  const circle = [
    [3, 1, 2],
    [2, 3, 1],
    [1, 2, 3],
  ]
  expect(valuesOf(circle)).toEqual([0.5, 0.5, 0.5])
  // the first child says 0, 1, 2 and is the heaviest, the weakest link of the circle is broken
  expect(valuesOf(circle, [4, 3, 2])).toEqual([1, 0.5, 0])
})

test('entries with the same values share one, before and after all others', () => {
  expect(valuesOf([[2], [1], [2], [0]])).toEqual([5 / 6, 1 / 3, 5 / 6, 0])
})

test('forty entries in the order of one child, and one circle too large to be exact', () => {
  const ladder = Array.from({ length: 40 }, (_, i) => [i])
  expect(valuesOf(ladder)).toEqual(ladder.map(([i]) => (i as number) / 39))
  const same = Array.from({ length: 19 }, () => [1])
  expect(kemeny(contestOfRows(same))).toMatchObject({ code: 'too-many' })
  expect(valuesOf(same.slice(1))).toEqual(same.slice(1).map(() => 0.5))
})

test('one entry alone is compared with no one', () => {
  expect(kemeny(contestOfRows([[1, 2]]))).toMatchObject({ code: 'too-few' })
})

test('the mean places are those of all orders, tried one by one', () => {
  fc.assert(
    fc.property(anyContest({ min: 2, max: 6 }, true), ({ rows, weights }) => {
      const contest = contestOfRows(rows, weights)
      const n = rows.length
      const shares = outrankingMatrix(contest.rows, contest.weights)
      const expected = bruteForce(n, shares)
      const within = [...meanPlaces(n, shares)]
      const values = valuesOf(rows, weights)
      for (const [i, place] of expected.entries()) {
        expect(Math.abs((within[i] as number) - place)).toBeLessThan(1e-12)
        expect(Math.abs((values[i] as number) - (n - 1 - place) / (n - 1))).toBeLessThan(1e-12)
      }
    }),
    { numRuns: 150 },
  )
})
