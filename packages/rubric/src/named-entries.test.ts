import { expect, test } from 'vitest'
import type { RubricData } from './contract.ts'
import { entriesNamedIn, renameEntries } from './named-entries.ts'
import { sampleWith } from './sample.ts'

const leaf = (scoring: unknown) => ({
  title: 'T',
  why: 'W',
  weight: 1,
  missing: 'exclude',
  reads: ['metres'],
  scoring,
  stage: 'survey',
})

const naming = (a: string, b: string, c: string): RubricData =>
  sampleWith({
    steps: [
      { do: 'screen', available: 0.5, keep: [a], drop: [b] },
      { do: 'impute', by: 'mean' },
    ],
    'criteria.outer': {
      title: 'T',
      why: 'W',
      weight: 1,
      missing: 'exclude',
      combine: 'mean',
      children: { beside: leaf({ by: 'reference', entry: c, cap: true }), alone: leaf({ by: 'minmax' }) },
    },
  }) as RubricData

test('entries are named by steps and by references', () => {
  expect(entriesNamedIn(naming('NO-0301', 'NO-1108', 'NO-0301'))).toEqual(['NO-0301', 'NO-1108'])
})

test('every name is replaced, and one that nobody has stays', () => {
  const ids = new Map([
    ['NO-0301', 'a'],
    ['NO-1108', 'b'],
  ])
  const rubric = naming('NO-0301', 'NO-9999', 'NO-1108')
  expect(renameEntries(rubric, name => ids.get(name))).toEqual(naming('a', 'NO-9999', 'b'))
  expect(rubric).toEqual(naming('NO-0301', 'NO-9999', 'NO-1108'))
})

test('a rubric that names nobody is the same one', () => {
  const rubric = sampleWith({}) as RubricData
  expect(renameEntries(rubric, () => 'a')).toBe(rubric)
})
