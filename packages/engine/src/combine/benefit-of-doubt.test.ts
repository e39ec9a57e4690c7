import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benefitOfDoubt } from './benefit-of-doubt.ts'
import { type AnyContest, contestOfRows } from './contest.fixture.ts'

type Bounds = readonly [least: number, most: number]

const valuesOf = (rows: (number | null)[][], bounds: Bounds): number[] => [
  ...(benefitOfDoubt(contestOfRows(rows), bounds) as Float64Array),
]
const rounded = (values: readonly number[]) => values.map(value => Number(value.toFixed(12)))

const CORNERS = [
  [1, 0.5],
  [0.5, 1],
  [0.5, 0.5],
]

test('two corners, and one entry two thirds of the way to the line between them', () => {
  expect(rounded(valuesOf(CORNERS, [0, 1]))).toEqual(rounded([1, 1, 2 / 3]))
})

test('bounds on the shares: with 60 per cent at most, a corner is held against the other on the rest', () => {
  // 0.6 · 0.5 + 0.4 · 2 = 1.1 times as much has the other corner; with half each 0.25 + 1
  expect(rounded(valuesOf(CORNERS, [0.4, 0.6]))).toEqual(rounded([1 / 1.1, 1 / 1.1, 2 / 3]))
  expect(rounded(valuesOf(CORNERS, [0.5, 0.5]))).toEqual(rounded([0.8, 0.8, 2 / 3]))
})

test('a child at 0 can have no share', () => {
  const rows = [
    [1, 0],
    [0.5, 1],
  ]
  expect(valuesOf(rows, [0, 1])).toEqual([1, 1])
  expect(valuesOf(rows, [0.1, 1])).toEqual([0, 1])
  expect(valuesOf(rows, [0, 0.9])).toEqual([0, 1])
  expect(
    valuesOf(
      [
        [0, 0],
        [1, 1],
      ],
      [0, 1],
    ),
  ).toEqual([0, 1])
})

test('an entry with gaps is weighed on what it has, the gaps of another count against that one', () => {
  const rows = [
    [0.5, null],
    [1, 0.5],
    [null, 1],
  ]
  expect(valuesOf(rows, [0, 1])).toEqual([0.5, 1, 1])
  // one child of two: up to 0.6 becomes up to 1.2 of the whole
  expect(rounded(valuesOf(rows, [0.4, 0.6]))).toEqual(rounded([0.5, 1, 1]))
})

test('below 0 there is no value, and none that others are held against', () => {
  expect(
    valuesOf(
      [
        [-0.1, 9],
        [1, 1],
      ],
      [0, 1],
    ),
  ).toEqual([Number.NaN, 1])
})

const boundsOf = (width: number): fc.Arbitrary<Bounds> =>
  fc
    .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }))
    .map(([low, high]) => [low / 8 / width, 1 / width + (high / 8) * (1 - 1 / width)])

const positive = (width: { min: number; max: number }): fc.Arbitrary<{ rows: number[][]; bounds: Bounds }> =>
  fc.integer(width).chain(k =>
    fc.record({
      rows: fc.array(
        fc.array(fc.double({ min: 0.0001, max: 1, noNaN: true }), { minLength: k, maxLength: k }),
        { minLength: 1, maxLength: 8 },
      ),
      bounds: boundsOf(k),
    }),
  )

/** With two children the highest sum is a line with corners over the first one's share: its least stands at one of them. */
const byCorners = (rows: number[][], i: number, [least, most]: Bounds): number => {
  const own = rows[i] as number[]
  const lines = rows.map(([a, b]) => ({
    at0: (b as number) / (own[1] as number),
    slope: (a as number) / (own[0] as number) - (b as number) / (own[1] as number),
  }))
  const corners = lines.flatMap(p => lines.map(q => (q.at0 - p.at0) / (p.slope - q.slope)))
  const from = Math.max(least, 1 - most)
  const to = Math.min(most, 1 - least)
  const shares = [from, to, ...corners.filter(share => share >= from && share <= to)]
  return 1 / Math.min(...shares.map(share => Math.max(...lines.map(line => line.at0 + line.slope * share))))
}

test('with two children it is the best corner', () => {
  fc.assert(
    fc.property(positive({ min: 2, max: 2 }), ({ rows, bounds }) => {
      for (const [i, value] of valuesOf(rows, bounds).entries())
        expect(Math.abs(value - byCorners(rows, i, bounds))).toBeLessThan(1e-12)
    }),
  )
})

test('no weights within the bounds give an entry more, some entry has 1 without bounds, and none has more', () => {
  fc.assert(
    fc.property(
      positive({ min: 1, max: 5 }),
      fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
      ({ rows, bounds }, draws) => {
        const width = (rows[0] as number[]).length
        const free = draws.slice(0, width)
        const sum = free.reduce((total, draw) => total + draw, 0)
        const [least, most] = bounds
        // Between equal shares and the drawn ones, as far as the bounds let it.
        const steps = free.map(draw => {
          const step = draw / sum - 1 / width
          return step > 0 ? (most - 1 / width) / step : step < 0 ? (least - 1 / width) / step : 1
        })
        const far = Math.min(1, ...steps)
        const shares = free.map(draw => 1 / width + far * (draw / sum - 1 / width))
        for (const [i, value] of valuesOf(rows, bounds).entries()) {
          const highest = Math.max(
            ...rows.map(row =>
              row.reduce((s, y, c) => s + ((shares[c] as number) * y) / (rows[i]?.[c] as number), 0),
            ),
          )
          expect(value).toBeGreaterThanOrEqual(1 / highest - 1e-9)
          expect(value).toBeLessThanOrEqual(1)
        }
        expect(Math.max(...valuesOf(rows, [0, 1]))).toBe(1)
      },
    ),
  )
})

test('the scale of a child plays no part', () => {
  fc.assert(
    fc.property(
      positive({ min: 2, max: 4 }),
      fc.double({ min: 0.1, max: 50, noNaN: true }),
      ({ rows, bounds }, by) => {
        const scaled: AnyContest['rows'] = rows.map(([first, ...rest]) => [(first as number) * by, ...rest])
        const values = valuesOf(scaled, bounds)
        for (const [i, value] of valuesOf(rows, bounds).entries())
          expect(Math.abs((values[i] as number) - value)).toBeLessThan(1e-12)
      },
    ),
  )
})

test('bounds that hardly leave a choice are kept where children are worlds apart', () => {
  const most = 0.3338375
  const far = [51.16131480918492, 1.5244093532094574, 244721.14851066042] as const
  // The first entry's shares: as little as may be of the child on which the second is 244,721 times as good.
  const highest = most * far[0] + most * far[1] + (1 - 2 * most) * far[2]
  const [value] = valuesOf([[1, 1, 1], [...far]], [0, most])
  expect(Math.abs((value as number) * highest - 1)).toBeLessThan(1e-12)
})

test.each<AnyContest['rows']>([
  [[1e-300], [1e10]],
  [
    [1e-310, 0],
    [1, 0],
  ],
  [
    [1e-300, 0.5],
    [1e10, 0],
  ],
])(
  'values farther apart than a number can tell, %j and %j, are a fault and not a score that is no number',
  (...rows) => {
    expect(benefitOfDoubt(contestOfRows(rows), [0, 1])).toEqual({
      code: 'not-solved',
      says: 'the weights that suit an entry best were not found among 2.',
    })
  },
)
