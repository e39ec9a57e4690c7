import { expect, test } from 'vitest'
import { chiSquareAbove } from '../survey/chi-square.ts'
import { fAbove, fExceeded } from './f-distribution.ts'

test('closed forms', () => {
  // With 2 and d degrees of freedom P(F ≥ f) = (1 + 2f/d)^(−d/2); with 1 and 1 it is 1 − (2/π) arctan √f.
  for (const f of [0.01, 0.5, 1, 3, 40])
    for (const d of [1, 2, 7.5, 60]) expect(fAbove(f, 2, d)).toBeCloseTo((1 + (2 * f) / d) ** (-d / 2), 13)
  for (const f of [0.01, 1, 3, 40])
    expect(fAbove(f, 1, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(Math.sqrt(f)), 13)
})

test('with many degrees of freedom below the line it is χ² over its own', () => {
  for (const d of [1, 4, 9]) expect(fAbove(1.7, d, 1e6)).toBeCloseTo(chiSquareAbove(1.7 * d, d), 5)
})

test('printed 2.5 % points', () => {
  // Pearson & Hartley (1966), Biometrika Tables for Statisticians, table 18.
  expect(fExceeded(0.025, 5, 18)).toBeCloseTo(3.38, 2)
  expect(fExceeded(0.025, 5, 15)).toBeCloseTo(3.58, 2)
  expect(fExceeded(0.025, 10, 1)).toBeCloseTo(968.6, 1)
})

test('the ends, and there and back', () => {
  expect([fAbove(0, 3, 4), fAbove(-1, 3, 4), fAbove(Number.POSITIVE_INFINITY, 3, 4)]).toEqual([1, 1, 0])
  for (const above of [0.999, 0.5, 0.025, 1e-6])
    expect(fAbove(fExceeded(above, 4.5, 11), 4.5, 11)).toBeCloseTo(above, 12)
})

test('next to 0 and far out, where one of two numbers that sum to 1 has lost its digits', () => {
  // The incomplete beta function to 30 digits (mpmath); with 4 and 2 degrees P(F ≥ f) is about 1/f far out.
  expect(fAbove(1e-6, 1 / 3, 200_000)).toBeCloseTo(0.9200366085009386, 10)
  expect(fAbove(1e-12, 1, 10)).toBeCloseTo(0.9999992217832381, 13)
  expect(1e305 * fAbove(1e305, 4, 2)).toBeCloseTo(1, 12)
  expect(fAbove(1e308, 10, 4)).toBe(0)
})
