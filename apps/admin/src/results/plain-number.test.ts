import { expect, test } from 'vitest'
import { computedNumber, plainNumber } from './plain-number.ts'

test.each([
  [0, '0'],
  [3, '3'],
  [-2.5, '-2.5'],
  [0.1 + 0.2, '0.3'],
  [1 / 3, '0.33333'],
  [123456.789, '123,457'],
  [1.5e-7, '0.00000015'],
])('%d that was computed is shown as %s', (value, shown) => {
  expect(computedNumber(value, 'en-GB')).toBe(shown)
})

test('a given number keeps up to four of its decimals', () => {
  expect([12, 0.5, 1.23456].map(value => plainNumber(value, 'en-GB'))).toEqual(['12', '0.5', '1.2346'])
})
