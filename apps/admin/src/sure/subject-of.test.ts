import { modelOf } from '@tumstock/engine/model'
import { uncertainty } from '@tumstock/engine/uncertainty'
import { expect, test } from 'vitest'
import type { Columns } from './ask.ts'
import { ruledRubric } from './choices.fixture.ts'
import { subjectOf } from './subject-of.ts'

const columns: Columns = {
  where: 'browser',
  inputHash: 'hash',
  rubric: { ...ruledRubric, steps: [] },
  ids: ['a', 'b', 'c'],
  names: ['A', 'B', 'C'],
  categories: ['small', null, 'large'],
  unranked: [],
  answers: { x: [3, 1, 2], y: [1, 3, null], people: [10, 10, 10] },
  marks: { 'criteria.jury': [[5], [1, 1], [5, 1]] },
  outcomes: {},
}

test('what comes as columns is analysed as the round was scored', () => {
  const subject = subjectOf(columns)
  expect([subject.data.ids, [...subject.data.category], subject.data.marks]).toEqual([
    ['a', 'b', 'c'],
    [0, -1, 1],
    { 'criteria.jury': [[5], [1, 1], [5, 1]] },
  ])
  const model = modelOf(subject, [{ vary: 'weights', by: 0.25 }])
  // A: x 1, y 1, jury 1 · B: all 0 · C: y is missing and blocks, which leaves the group at 0 · jury 1/2.
  const { units, groups } = uncertainty(model, { runs: 50, seed: 1, pairs: true })
  expect(units.map(({ rank, low, high, first }) => [rank, low, high, first])).toEqual([
    [1, 1, 1, 1],
    [3, 3, 3, 0],
    [2, 2, 2, 0],
  ])
  expect(groups).toEqual([['a'], ['c'], ['b']])
})

test('who is not ranked takes no rank in any run', () => {
  const model = modelOf(subjectOf({ ...columns, unranked: ['a'] }), [{ vary: 'weights', by: 0.25 }])
  const { units } = uncertainty(model, { runs: 50, seed: 1 })
  expect(units.map(({ id, rank, first }) => [id, rank, first])).toEqual([
    ['b', 2, 0],
    ['c', 1, 1],
  ])
})
