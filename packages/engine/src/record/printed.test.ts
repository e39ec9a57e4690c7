import { expect, test } from 'vitest'
import { printedNumber, printedRow } from './printed.ts'

test.each([
  ['49', 49, 0],
  ['49 %', 49, 0],
  ['18,5', 18.5, 1],
  ['75.40', 75.4, 2],
  ['+40', 40, 0],
  ['−8', -8, 0],
  ['-8', -8, 0],
])('%s', (text, value, decimals) => {
  expect(printedNumber(text)).toEqual({ value, decimals })
})

test.each(['', 'ten', '1 234', '1.234,5', '23 og 68', '4-5', '1e3'])('"%s" is not one number', text => {
  expect(printedNumber(text)).toBeNull()
})

test('rows, with a dash for nobody', () => {
  expect(printedRow('92/8/–')?.map(cell => cell.value)).toEqual([92, 8, 0])
  expect(printedRow('84/8/eight')).toBeNull()
})
