import { expect, test } from 'vitest'
import { rubric } from './rubric.fixture.ts'
import { effectiveWeights, sameLine, stepFor, stepped, visibleRows, weightRows } from './weight-rows.ts'

const LIT = 'criteria.street.children.lit'

test('each criterion says what it is worth', () =>
  expect(weightRows(rubric, rubric, {}).map(row => [row.title, row.depth, row.weight, row.points])).toEqual([
    ['Plan', 0, 1, 50],
    ['Street', 0, 1, 50],
    ['Path', 1, 1, 25],
    ['Light', 1, 1, 25],
  ]))

test('a moved weight moves what its siblings are worth, and keeps the edition in sight', () =>
  expect(
    weightRows(rubric, rubric, { [LIT]: 4 }).map(row => [row.title, row.weight, row.own, row.points]),
  ).toEqual([
    ['Plan', 1, 1, 50],
    ['Street', 1, 1, 50],
    ['Path', 1, 1, 10],
    ['Light', 4, 1, 40],
  ]))

test('a weight that no source says is assumed until the organiser chooses another', () => {
  const sources = [
    { about: ['criteria.*.children.*.weight'], says: 's', where: 'w', status: 'assumed' as const },
  ]
  const rows = weightRows(rubric, { ...rubric, sources }, { [LIT]: 4 })
  expect(rows.map(row => [row.title, row.assumed])).toEqual([
    ['Plan', false],
    ['Street', false],
    ['Path', true],
    ['Light', false],
  ])
})

test('a closed group hides what is inside it', () =>
  expect(
    visibleRows(weightRows(rubric, rubric, {}), new Set(['criteria.street'])).map(row => row.title),
  ).toEqual(['Plan', 'Street']))

test('a weight that was taken back is the edition’s again, whatever was saved before', () => {
  const saved = structuredClone(rubric)
  Object.assign(saved.criteria.plan!, { weight: 9 })
  expect(effectiveWeights(saved, rubric, { [LIT]: 2 })).toEqual({
    'criteria.plan': 1,
    'criteria.street': 1,
    'criteria.street.children.path': 1,
    [LIT]: 2,
  })
})

test.each([
  [[1, 2, 3], 1],
  [[0.25, 0.75], 0.05],
  [[100, 12.5], 1],
])('weights like %j move in steps of %d', (weights, step) => expect(stepFor(weights)).toBe(step))

test.each([
  [0.1, 0.2, 0.3],
  [1, -1, 0],
  [0.5, -1, 0],
])('%d and a step of %d is %d', (weight, by, sum) => expect(stepped(weight, by)).toBe(sum))

test('a move leaves the lines alone that it does not touch', () => {
  const before = weightRows(rubric, rubric, {})
  const after = weightRows(rubric, rubric, { [LIT]: 4 })
  expect(after.map((row, i) => sameLine(row, before[i]!))).toEqual([true, true, false, false])
})
