import { expect, test } from 'vitest'
import { fieldOf, givenValue, withCorrection } from './correction.ts'

const questions = {
  plan: { type: 'choice', text: 'Plan?', options: { yes: { text: 'Yes', points: 1 }, no: { text: 'No' } } },
  services: { type: 'multiple', text: 'Which?', options: { a: { text: 'A', points: 1 } } },
  spend: { type: 'number', text: 'How much?' },
  link: { type: 'url', text: 'Where?' },
} as const

test('each kind of question has its field; an indicator is a number', () => {
  expect(fieldOf({ questions }, 'plan')).toEqual({
    kind: 'options',
    many: false,
    options: [
      { id: 'yes', text: 'Yes' },
      { id: 'no', text: 'No' },
    ],
  })
  expect(fieldOf({ questions }, 'services')).toMatchObject({ many: true })
  expect(['spend', 'link', 'KOSTRA'].map(id => fieldOf({ questions }, id).kind)).toEqual([
    'number',
    'text',
    'number',
  ])
})

test('what is written becomes an answer, nothing takes it away, and what is no number is none', () => {
  const [plan, services, spend] = ['plan', 'services', 'spend'].map(id => fieldOf({ questions }, id))
  if (!plan || !services || !spend) throw new Error('no field')
  expect(givenValue(plan, ['yes'])).toBe('yes')
  expect(givenValue(plan, [''])).toBeNull()
  expect(givenValue(services, ['a'])).toEqual(['a'])
  expect(givenValue(services, [])).toBeNull()
  expect(givenValue(spend, [' 1,5 '])).toBe(1.5)
  expect(givenValue(spend, [' '])).toBeNull()
  expect(givenValue(spend, ['many'])).toBeUndefined()
})

test('a correction replaces an earlier one of the same thing and nothing else', () => {
  const first = { entry: 'a', question: 'plan', value: 'yes' }
  const other = { entry: 'a', category: 'small' }
  const again = { entry: 'a', question: 'plan', value: 'no' }
  expect(withCorrection([first, other], again)).toEqual([other, again])
})
