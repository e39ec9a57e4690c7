import { expect, test } from 'vitest'
import { areasOf, medianOf, strengthsOf } from './medians.ts'

const rows = [
  { category: 'small', country: 'NO' },
  { category: 'small', country: 'NO' },
  { category: 'large', country: 'NO' },
  { category: 'small', country: 'SE' },
]
const node = (path: string, parent: string | null, points: number, values: (number | null)[]) => ({
  path,
  title: path,
  parent,
  points,
  values,
})
const nodes = [
  node('a', null, 60, [0.5, 0.7, 1, null]),
  node('a.x', 'a', 50, [0, 0.4, 1, 0.8]),
  node('a.y', 'a', 10, [1, 0, 1, 0]),
  node('b', null, 40, [1, 0.5, 0, 0.5]),
]

test('the median leaves out who has no value', () => {
  expect(medianOf([0.2, null, 0.4])).toBeCloseTo(0.3, 12)
  expect(medianOf([null])).toBeNull()
})

test('an entry stands beside the medians of its category and its country', () => {
  expect(
    areasOf(nodes, rows, 0).map(({ path, value, category, country }) => [path, value, category, country]),
  ).toEqual([
    ['a', 0.5, 0.6, 0.7],
    ['b', 1, 0.5, 0.5],
  ])
})

test('what an entry is best and worst at is counted in points of the total, over what scores something itself', () => {
  const { strongest, weakest } = strengthsOf(nodes, rows, 0)
  expect(strongest.map(({ path, lead }) => [path, lead])).toEqual([
    ['b', 20],
    ['a.y', 10],
  ])
  expect(weakest.map(({ path, lead }) => [path, lead])).toEqual([['a.x', -20]])
})

test('without a category there is nothing to be ahead of', () => {
  const alone = [{ category: null, country: 'NO' }, ...rows.slice(1)]
  expect(strengthsOf(nodes, alone, 0)).toEqual({ strongest: [], weakest: [] })
})
