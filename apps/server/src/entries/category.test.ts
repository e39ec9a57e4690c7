import { expect, test } from 'vitest'
import { categoryOf } from './category.ts'
import { sampleRubric } from './sample-rubric.ts'

test.each([
  ['municipality', 4999, 'small', 'population'],
  ['municipality', 5000, 'large', 'population'],
  ['municipality', null, null, 'no-population'],
  ['county', null, 'county', 'kind'],
  ['country', 5_000_000, null, 'no-match'],
] as const)('%s with %s inhabitants: %s, by %s', (kind, population, category, reason) => {
  expect(categoryOf(sampleRubric, { kind, population })).toEqual({ category, reason })
})
