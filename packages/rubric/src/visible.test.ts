import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RubricData } from './contract.ts'
import { sample } from './sample.ts'
import { isVisible, relatedQuestions, visibleQuestions } from './visible.ts'

const asking = (questions: RubricData['questions']): RubricData => ({ ...sample(), questions })
const choice = (showIf?: { question: string; is: string | string[] }) => ({
  text: 'Which?',
  type: 'choice' as const,
  options: { a: { text: 'A' }, b: { text: 'B' } },
  ...(showIf && { showIf }),
})
const chain = asking({
  first: choice(),
  second: choice({ question: 'first', is: 'a' }),
  third: choice({ question: 'second', is: ['a', 'b'] }),
  several: { ...choice(), type: 'multiple' },
  fourth: choice({ question: 'several', is: 'b' }),
})

test('a question shows where its condition holds, and what hangs on a hidden one is hidden', () => {
  const shown = (answers: Parameters<typeof visibleQuestions>[1]) => [...visibleQuestions(chain, answers)]
  expect(shown({})).toEqual(['first', 'several'])
  expect(shown({ first: 'a' })).toEqual(['first', 'second', 'several'])
  expect(shown({ first: 'a', second: 'b' })).toEqual(['first', 'second', 'third', 'several'])
  expect(shown({ first: 'b', second: 'b' })).toEqual(['first', 'several'])
  expect(shown({ several: ['a', 'b'] })).toEqual(['first', 'several', 'fourth'])
  expect(shown({ several: null, first: '?' })).toEqual(['first', 'several'])
})

test('what is hidden decides nothing', () => {
  const answer = fc.option(fc.constantFrom('a', 'b'), { nil: null })
  fc.assert(
    fc.property(fc.record({ first: answer, second: answer, third: answer, fourth: answer }), answers => {
      const visible = visibleQuestions(chain, answers)
      const kept = Object.fromEntries(Object.entries(answers).filter(([id]) => visible.has(id)))
      expect(visibleQuestions(chain, kept)).toEqual(visible)
    }),
  )
})

test('a change looks at what its question waits for and at what waits for it, and that is enough', () => {
  const related = Object.keys(chain.questions).map(id => [id, ...[...relatedQuestions(chain, id)].sort()])
  expect(related).toEqual([
    ['first', 'first', 'second', 'third'],
    ['second', 'first', 'second', 'third'],
    ['third', 'first', 'second', 'third'],
    ['several', 'fourth', 'several'],
    ['fourth', 'fourth', 'several'],
  ])
})

test('conditions in a circle are refused with the way round', () => {
  const circle = asking({
    one: choice({ question: 'two', is: 'a' }),
    two: choice({ question: 'one', is: 'a' }),
  })
  expect(() => isVisible(circle, {}, 'one')).toThrow('one → two → one')
})
