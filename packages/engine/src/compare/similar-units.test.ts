import { expect, test } from 'vitest'
import { type Sized, similarUnits } from './similar-units.ts'

const unit = (id: string, population: number, kind = 'municipality'): Sized => ({ id, population, kind })
const target = unit('NO-1', 2000)
const ids = (candidates: Sized[], k: number): string[] =>
  similarUnits(target, candidates, k).map(({ id }) => id)

test('nearest by ratio, not by difference', () => {
  expect(ids([unit('double', 4000), unit('near', 2400), unit('third', 667), unit('half', 1001)], 3)).toEqual([
    'near',
    'half',
    'double',
  ])
})

test('the same kind only, never itself, nobody without inhabitants', () => {
  expect(ids([target, unit('county', 2000, 'county'), unit('empty', 0), unit('other', 9000)], 5)).toEqual([
    'other',
  ])
})

test('equal distance goes by id, whatever the order', () => {
  expect(ids([unit('b', 1000), unit('a', 4000)], 2)).toEqual(['a', 'b'])
  expect(ids([unit('a', 4000), unit('b', 1000)], 2)).toEqual(['a', 'b'])
})

test('a target without population is refused', () => {
  expect(() => similarUnits(unit('x', 0), [], 1)).toThrow('unit x has no population to compare by')
})
