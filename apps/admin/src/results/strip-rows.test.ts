import { expect, test } from 'vitest'
import { extremesOf, stripsOf } from './strip-rows.ts'

const row = (entry: string, category: string | null, score: number | null) => ({
  entry,
  name: entry,
  category,
  score,
})

test('strips stand in the order of the categories, with those of none last and without the empty', () => {
  const rows = [row('a', null, 0.5), row('b', 'large', 0.25), row('c', 'small', 1), row('d', 'small', null)]
  expect(stripsOf(rows, ['small', 'medium', 'large'], 400)).toEqual([
    { category: 'small', dots: [{ id: 'c', name: 'c', value: 400 }], median: 400 },
    { category: 'large', dots: [{ id: 'b', name: 'b', value: 100 }], median: 100 },
    { category: '-', dots: [{ id: 'a', name: 'a', value: 200 }], median: 200 },
  ])
})

test('the highest and the lowest median, unless they are the same', () => {
  const strips = stripsOf([row('a', 'x', 0.1), row('b', 'y', 0.9), row('c', null, 1)], ['x', 'y'], 1)
  expect(extremesOf(strips)).toEqual({ best: strips[1], worst: strips[0] })
  expect(extremesOf(stripsOf([row('a', 'x', 0.1), row('b', 'y', 0.1)], ['x', 'y'], 1))).toBeNull()
  expect(extremesOf([])).toBeNull()
})
