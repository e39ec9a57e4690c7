import { expect, test } from 'vitest'
import { lacksOf, shownQuestions } from './nomination.ts'

const whole = { units: ['NO-0511'], answers: { proud: 'All' }, name: 'Me', email: 'me@tumstock.example' }

test('names everything that is missing, in the order of the form', () => {
  expect(lacksOf(whole)).toEqual([])
  expect(lacksOf({ units: [], answers: {}, name: '', email: 'me@' })).toEqual([
    'units',
    'answers',
    'name',
    'email',
  ])
})

test('asks what the answers so far lead to', () => {
  const questions = [
    { id: 'plan', type: 'choice' as const, text: 'Plan?', options: { yes: { text: 'Yes' } } },
    { id: 'which', type: 'text' as const, text: 'Which?', showIf: { question: 'plan', is: 'yes' } },
  ]
  const ids = (answers: Record<string, string>) => shownQuestions(questions, answers).map(one => one.id)
  expect(ids({})).toEqual(['plan'])
  expect(ids({ plan: 'yes' })).toEqual(['plan', 'which'])
})
