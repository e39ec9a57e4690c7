import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profile, quantile } from './profile.ts'

test('type 7 by hand: the quartiles of 1, 2, 3, 4', () => {
  expect([0, 0.25, 0.5, 0.75, 1].map(p => quantile([1, 2, 3, 4], p))).toEqual([1, 1.75, 2.5, 3.25, 4])
  expect(quantile([7], 0.3)).toBe(7)
})

test.each([
  [[], 0.5],
  [[1, 2], 1.5],
  [[1, 2], -0.1],
])('%j at %d is refused', (values, p) => {
  expect(() => quantile(values, p)).toThrow(RangeError)
})

test('by group, missing values left out', () => {
  expect(profile([0.4, 0.1, Number.NaN, 0.2, 0.3, Number.NaN], ['NO', 'SE', 'NO', 'NO', 'NO', 'DK'])).toEqual(
    [
      { group: 'NO', n: 3, min: 0.2, lower: 0.25, median: 0.3, upper: 0.35, max: 0.4 },
      { group: 'SE', n: 1, min: 0.1, lower: 0.1, median: 0.1, upper: 0.1, max: 0.1 },
      { group: 'DK', n: 0, min: null, lower: null, median: null, upper: null, max: null },
    ],
  )
})

test('quartiles ascend and do not depend on the order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), values => {
      const groups = values.map(() => 'NO')
      const [found] = profile(values, groups)
      expect(profile(values.toReversed(), groups)).toEqual([found])
      const { min, lower, median, upper, max } = found!
      const five = [min, lower, median, upper, max] as number[]
      expect(five.toSorted((a, b) => a - b)).toEqual(five)
    }),
  )
})
