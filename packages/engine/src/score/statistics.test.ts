import { expect, test } from 'vitest'
import { deviation, kurtosis, mean, normal, skewness, sum } from './statistics.ts'

test('the sum keeps what a running total loses', () => {
  expect(sum([1, 1e100, 1, -1e100])).toBe(2)
  expect(sum([])).toBe(0)
})

test('mean and deviation with n - 1', () => {
  // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares sum to 32
  const values = Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9)
  expect(mean(values)).toBe(5)
  expect(deviation(values)).toBe(Math.sqrt(32 / 7))
})

test('the normal distribution function agrees with tables to 1e-15', () => {
  // Abramowitz & Stegun, table 26.1
  const tabled: [number, number][] = [
    [0, 0.5],
    [1, 0.841344746068543],
    [1.96, 0.97500210485178],
    [-1, 0.158655253931457],
    [-2, 0.022750131948179],
    [-3, 0.00134989803163],
  ]
  for (const [z, p] of tabled) expect(Math.abs(normal(z) - p)).toBeLessThan(1e-15)
  expect(normal(40)).toBe(1)
  expect(normal(-40)).toBe(0)
})

test('skewness and kurtosis of 1, 2, 3, 4, 10 by hand', () => {
  // mean 4, deviations -3 -2 -1 0 6: S2 = 50, S3 = 180, S4 = 1394
  const values = Float64Array.of(1, 2, 3, 4, 10)
  expect(skewness(values)).toBeCloseTo(((Math.sqrt(5) * 180) / 50 ** 1.5) * (Math.sqrt(20) / 3), 14)
  const r = (5 * 1394) / 2500
  expect(kurtosis(values)).toBeCloseTo(((6 * (r - 3) + 6) * 4) / 6, 14)
})

test('moments near the ends of what a double holds', () => {
  for (const scale of [2 ** 1000, 2 ** -1000]) {
    const values = Float64Array.of(1, 2, 3, 4, 10)
    const scaled = values.map(value => value * scale)
    expect(deviation(scaled)).toBe(deviation(values) * scale)
    expect([skewness(scaled), kurtosis(scaled)]).toEqual([skewness(values), kurtosis(values)])
  }
  expect(mean([1.5e308, 1.6e308, 1.7e308])).toBeCloseTo(1.6e308, -296)
  expect([deviation([3, 3, 3]), mean([])]).toEqual([0, Number.NaN])
})
