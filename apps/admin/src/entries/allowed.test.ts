import { expect, test } from 'vitest'
import { rubric } from '../set-up/rubric.fixture.ts'
import { allowedIn } from './allowed.ts'

const asking = {
  ...rubric,
  questions: {
    plan: {
      type: 'choice' as const,
      text: 'Plan?',
      unknown: true as const,
      options: { yes: { text: 'Yes' }, no: { text: 'No' } },
    },
    lit: { type: 'share' as const, text: 'Lit?' },
    metres: { type: 'number' as const, text: 'Metres?', min: 0 },
    when: { type: 'date' as const, text: 'When?' },
  },
}

test.each([
  ['plan', { kind: 'oneOf', list: 'yes, no, ?' }],
  ['lit', { kind: 'between', min: 0, max: 100 }],
  ['metres', { kind: 'atLeast', min: 0 }],
  ['when', { kind: 'date' }],
  ['category', { kind: 'oneOf', list: 'small, large' }],
  ['unit', null],
])('a column %s takes %j', (target, allowed) => expect(allowedIn(asking, target)).toEqual(allowed))
