import { expect, test } from 'vitest'
import { assumedKinds } from './assumed.ts'

test('assumptions are told by what they are about, each kind once', () => {
  expect(
    assumedKinds([
      'criteria.*.children.*.weight',
      'criteria.*.weight',
      'questions.*.options.*.points',
      'missing',
      'criteria.*.missing',
      'categories.medium.population',
      'steps',
      'tieBreak',
      'criteria.*.children',
    ]),
  ).toEqual(['questions', 'criteria', 'weight', 'missing', 'steps', 'categories', 'tieBreak'])
  expect(assumedKinds([])).toEqual([])
})
