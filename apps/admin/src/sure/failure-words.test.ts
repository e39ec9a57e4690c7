import { expect, test } from 'vitest'
import { AskFailed } from './ask.ts'
import { ruledRubric } from './choices.fixture.ts'
import { failureWords } from './failure-words.ts'
import type { Sure } from './use-sure.ts'

const results = { rows: [{ entry: 'id-1', name: 'Os' }] } as unknown as Sure['results']
const t = ((key: string) => key) as never

test('a code that readers know has their words, entries and criteria their names; the rest is told as it came', () => {
  const says = 'a@1 › criteria.a.children.x: a geometric mean of -1. Entries: id-1.'
  expect(failureWords(new AskFailed(says, 'not-positive'), { results, rubric: ruledRubric }, t)).toEqual({
    title: 'failed.not-positive',
    detail: 'a@1 › “X”: a geometric mean of -1. Entries: “Os”.',
  })
  expect(failureWords(new Error('no network'), { results, rubric: ruledRubric }, t)).toEqual({
    title: 'failed.other',
    detail: 'no network',
  })
})
