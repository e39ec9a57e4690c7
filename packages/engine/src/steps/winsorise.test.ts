import { expect, test } from 'vitest'
import { transformOf } from './transform.ts'
import { shapeOf, winsorise } from './winsorise.ts'

const usual = { skewness: 2, kurtosis: 3.5 }
const of = (...values: number[]) => Float64Array.from(values).sort()

test('the one outlier is pulled in, on either side, and the rest left alone', () => {
  expect(winsorise(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), usual, 5)).toEqual({ low: 1, high: 10, moved: 0 })
  expect(winsorise(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000), usual, 5)).toEqual({ low: 1, high: 9, moved: 1 })
  expect(winsorise(of(-1000, 1, 2, 3, 4, 5, 6, 7, 8, 9), usual, 5)).toEqual({ low: 1, high: 9, moved: 1 })
})

test('fewer than four numbers, or equal ones, have no shape and pass', () => {
  expect(shapeOf(of(1, 1, 1000), usual)).toEqual({ skewness: null, kurtosis: null, passes: true })
  expect(winsorise(of(1, 1, 1000), usual, 5)).toEqual({ low: 1, high: 1000, moved: 0 })
  expect(shapeOf(of(7, 7, 7, 7), usual).passes).toBe(true)
})

test('it stops once as many have moved as may: the points at the cap have not moved', () => {
  // 100 zeros, then ever larger outliers: still skewed after five, and then left as it is
  const values = of(...new Array(100).fill(0), 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8)
  expect(winsorise(values, usual, 5)).toEqual({ low: 0, high: 1e3, moved: 5 })
})

test('equal numbers move together, so that more can move than may', () => {
  const values = of(...new Array(100).fill(0), 1, 2, 2e6, 2e6, 2e6)
  expect(winsorise(values, usual, 1)).toEqual({ low: 0, high: 2, moved: 3 })
})

test('two distinct numbers never become one', () => {
  const values = of(...new Array(100).fill(0), 1)
  expect(winsorise(values, usual, Number.POSITIVE_INFINITY)).toEqual({ low: 0, high: 1, moved: 0 })
})

test('without a test, as many move as is said', () => {
  expect(winsorise(of(1, 2, 3, 10, 100), undefined, 2)).toEqual({ low: 1, high: 3, moved: 2 })
})

test('whether the test is reached does not depend on the unit: skewness 2 and kurtosis 4, whatever stands apart', () => {
  for (const [from, by] of [
    [0, 1],
    [0, 0.1],
    [5, 1e-5],
    [-7, 123.4],
    [1, -3],
  ] as const) {
    const numbers = of(...[from, from, from, from + by].sort((a, b) => a - b))
    expect(shapeOf(numbers, { skewness: 2, kurtosis: 4 }).passes).toBe(false)
    expect(shapeOf(numbers, { skewness: 2.000001, kurtosis: 4 }).passes).toBe(true)
  }
})

test('what is symmetric is winsorised from above and mirrored before its logarithm, in any unit', () => {
  const test = { skewness: 0, kurtosis: -10 }
  for (const [from, by] of [
    [0, 1],
    [0.1, 0.1],
    [0.3, 1e-5],
    [-7, 123.4],
  ] as const) {
    const numbers = of(...[-9, -1, 0, 0, 1, 9].map(step => from + step * by))
    expect(winsorise(numbers, test, 1)).toEqual({ low: numbers[0], high: numbers[4], moved: 1 })
    const { apply } = transformOf('logMirrored', numbers) as { apply: (value: number) => number }
    expect(apply(numbers[5]!)).toBeCloseTo(-Math.log(0.18 * by), 6)
  }
})
