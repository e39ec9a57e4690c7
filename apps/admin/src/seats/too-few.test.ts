import { expect, test } from 'vitest'
import { neededEach, tooFew } from './too-few.ts'

const of = (...pairs: string[]) => pairs.map(pair => ({ entry: pair[0] ?? '', person: pair[1] ?? '' }))

test('an entry is held to what most have', () => {
  const assigned = of('a1', 'a2', 'b1', 'b2', 'c1')
  expect([neededEach(['a', 'b', 'c', 'd'], assigned), [...tooFew(['a', 'b', 'c', 'd'], assigned)]]).toEqual([
    2,
    ['c', 'd'],
  ])
})

test('one is the least, also where most have nobody', () =>
  expect([neededEach(['a', 'b', 'c'], of('a1')), [...tooFew(['a', 'b', 'c'], of('a1'))]]).toEqual([
    1,
    ['b', 'c'],
  ]))

test('of two numbers that are as common, the higher counts', () =>
  expect(neededEach(['a', 'b'], of('a1', 'a2', 'b1'))).toBe(2))
