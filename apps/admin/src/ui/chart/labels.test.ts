import { expect, test } from 'vitest'
import { fitting, spread } from './labels.ts'

test('the first of two labels that touch stays', () => {
  const [oslo, baerum, bergen] = [
    { x: 100, y: 100, text: 'Oslo' },
    { x: 95, y: 104, text: 'Bærum' },
    { x: 10, y: 102, text: 'Bergen' },
  ]
  expect(fitting([oslo!, baerum!, bergen!])).toEqual([oslo, bergen])
})

test('heights with room stay, crowded ones are laid round their middle', () => {
  expect(spread([10, 50, 90], 14)).toEqual([10, 50, 90])
  expect(spread([50, 52], 14)).toEqual([44, 58])
  expect(spread([52, 50, 51, 90], 10)).toEqual([61, 41, 51, 90])
})
