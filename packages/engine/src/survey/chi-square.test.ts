import { expect, test } from 'vitest'
import { chiSquareAbove } from './chi-square.ts'

test.each([
  [3.841458820694124, 1],
  [5.991464547107979, 2],
  [7.814727903251178, 3],
  [9.487729036781154, 4],
  [11.070497693516351, 5],
])('5 %% lie above %d with %d degrees of freedom', (x, df) => {
  expect(chiSquareAbove(x, df)).toBeCloseTo(0.05, 12)
})

test('everything lies above 0, nothing far out', () => {
  expect(chiSquareAbove(0, 4)).toBe(1)
  expect(chiSquareAbove(400, 3)).toBeLessThan(1e-15)
  expect(chiSquareAbove(400, 4)).toBeLessThan(1e-15)
})

// The regularised incomplete gamma function to 30 digits (mpmath). e^(−x/2), a factor of every term, is no double here.
test.each([
  [1500, 1400, 0.03150372098939239],
  [1500, 1401, 0.03285061806390042],
  [3000, 3000, 0.49656643883965135],
  [99000, 100001, 0.9875938708790054],
])('many degrees of freedom: beyond %d with %d lies %d', (x, df, share) => {
  expect(chiSquareAbove(x, df)).toBeCloseTo(share, 10)
})
