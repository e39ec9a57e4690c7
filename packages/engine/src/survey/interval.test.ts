import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finitePopulation, wilson } from './interval.ts'

test('worked examples', () => {
  // The roots of (p − 15/18)² = z² p (1 − p) / 18, solved in 40 digits.
  const { low, high } = wilson(15, 18, null)
  expect(low).toBeCloseTo(0.60777961896, 10)
  expect(high).toBeCloseTo(0.94163423194, 10)
  // Nobody out of ten: z² / (n + z²).
  expect(wilson(0, 10, null)).toEqual({ low: 0, high: expect.closeTo(3.8414588 / 13.8414588, 8) })
  expect(wilson(10, 10, null)).toEqual({ low: expect.closeTo(10 / 13.8414588, 8), high: 1 })
})

test('half of the population answered: half of the variance is left', () => {
  expect(finitePopulation(212, 430)).toBeCloseTo(218 / 429, 12)
  const known = wilson(106, 212, 430)
  const unknown = wilson(106, 212, null)
  expect((known.high - known.low) / (unknown.high - unknown.low)).toBeCloseTo(0.71599301948, 10)
})

test('everybody answered: no interval is left', () => {
  expect(wilson(13, 15, 15)).toEqual({ low: 13 / 15, high: 13 / 15 })
  expect(wilson(1, 1, 1)).toEqual({ low: 1, high: 1 })
})

test('impossible counts are refused', () => {
  expect(() => wilson(3, 2, null)).toThrow('3 of 2 is not a share')
  expect(() => wilson(0, 0, null)).toThrow(RangeError)
  expect(() => wilson(-1, 2, null)).toThrow(RangeError)
  expect(() => wilson(1, 20, 10)).toThrow('20 answers from a population of 10')
})

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

test('holds the share, lies in 0..1, mirrors, and narrows as the population is used up', () => {
  fc.assert(
    fc.property(counts, fc.nat(1000), ([count, n], others) => {
      const free = wilson(count, n, null)
      const finite = wilson(count, n, n + others)
      expect(0 <= free.low && free.low <= count / n && count / n <= free.high && free.high <= 1).toBe(true)
      expect(finite.low).toBeGreaterThanOrEqual(free.low - 1e-12)
      expect(finite.high).toBeLessThanOrEqual(free.high + 1e-12)
      expect(wilson(n - count, n, null).low).toBeCloseTo(1 - free.high, 12)
    }),
  )
})
