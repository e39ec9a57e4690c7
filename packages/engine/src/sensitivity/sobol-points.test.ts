import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOST_DIMENSIONS, sobolPoints } from './sobol-points.ts'

const column = (count: number, at: (index: number) => number) =>
  Array.from({ length: count }, (_, i) => at(i))

describe('as it is', () => {
  const at = sobolPoints(MOST_DIMENSIONS)

  test('begins as Joe and Kuo list it, in their first three dimensions', () => {
    const first = (dimension: number) => column(10, i => at(i, dimension))
    expect(first(0)).toEqual([0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125, 0.1875, 0.6875])
    expect(first(1)).toEqual([0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625, 0.3125, 0.8125])
    expect(first(2)).toEqual([0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375, 0.9375, 0.4375])
  })

  // Values of another implementation of the same direction numbers (SciPy 1.17, qmc.Sobol unscrambled, 32 bits).
  test('far along and in high dimensions too', () => {
    expect([0, 1, 2, 3, 9, 40, 63].map(dimension => at(12345, dimension))).toEqual([
      0.64093017578125, 0.81341552734375, 0.16033935546875, 0.52679443359375, 0.42962646484375,
      0.21551513671875, 0.46563720703125,
    ])
  })

  test('knows no more dimensions than it has direction numbers for', () => {
    expect(() => sobolPoints(MOST_DIMENSIONS + 1)).toThrow(
      "Sobol' points in 65 dimensions: there are direction numbers for 1 to 64.",
    )
    expect(() => sobolPoints(0)).toThrow(RangeError)
  })
})

/** One point in each interval of length 1/count. */
const isStratified = (points: readonly number[]) =>
  new Set(points.map(x => Math.floor(x * points.length))).size === points.length

const place = fc.record({
  seed: fc.option(fc.integer(), { nil: undefined }),
  dimension: fc.integer({ min: 0, max: MOST_DIMENSIONS - 1 }),
  power: fc.integer({ min: 0, max: 9 }),
  block: fc.integer({ min: 0, max: 1000 }),
})

test('in each dimension, scrambled or not, every aligned run of 2^m points is stratified', () => {
  fc.assert(
    fc.property(place, ({ seed, dimension, power, block }) => {
      const at = sobolPoints(MOST_DIMENSIONS, seed)
      const count = 2 ** power
      return isStratified(column(count, i => at(block * count + i, dimension)))
    }),
  )
})

test('in the first two dimensions every box of area 2^−m has one of 2^m points, scrambled or not', () => {
  fc.assert(
    fc.property(fc.option(fc.integer(), { nil: undefined }), fc.integer({ min: 0, max: 8 }), (seed, wide) => {
      const at = sobolPoints(2, seed)
      const boxes = column(
        256,
        i => Math.floor(at(i, 0) * 2 ** wide) * 2 ** (8 - wide) + Math.floor(at(i, 1) * 2 ** (8 - wide)),
      )
      return new Set(boxes).size === 256
    }),
  )
})

test('a seed gives the same points again, another seed other points', () => {
  const of = (seed: number) => column(64, i => sobolPoints(3, seed)(i, 2))
  expect(of(7)).toEqual(of(7))
  expect(of(7)).not.toEqual(of(8))
})

test('a scrambled sequence integrates better than chance', () => {
  // ∫ Π 12(x − ½)² = 1 in 4 dimensions, of variance (9/5)⁴ − 1: chance misses by 0.097 at 1024 points, root mean square.
  const misses = column(32, seed => {
    const at = sobolPoints(4, seed)
    const products = column(1024, i =>
      [0, 1, 2, 3].reduce((product, d) => product * 12 * (at(i, d) - 0.5) ** 2, 1),
    )
    return products.reduce((sum, value) => sum + value, 0) / 1024 - 1
  })
  const rms = Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length)
  expect(rms).toBeLessThan(0.03)
})
