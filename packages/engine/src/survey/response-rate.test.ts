import { expect, test } from 'vitest'
import { roundShare } from '../display/display.ts'
import { responseRate } from './response-rate.ts'

test('the mapping survey of 2011', () => {
  expect(responseRate(212, 430)).toEqual({ answered: 212, invited: 430, rate: 212 / 430 })
  expect(roundShare(responseRate(212, 430).rate!)).toBe('49')
  expect(roundShare(responseRate(15, 18).rate!)).toBe('83')
})

test('nobody invited is no rate, not zero', () => {
  expect(responseRate(0, 0).rate).toBeNull()
})

test.each([
  [5, 4],
  [-1, 4],
  [1.5, 4],
  [Number.NaN, 4],
])('%d of %d is refused', (answered, invited) => {
  expect(() => responseRate(answered, invited)).toThrow(RangeError)
})
