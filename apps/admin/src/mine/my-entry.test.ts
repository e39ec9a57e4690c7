import { expect, test } from 'vitest'
import { nextStep } from './my-entry.ts'

const part = { answered: 3, of: 5 }
const all = { answered: 5, of: 5 }

test.each([
  [
    'respond',
    { state: 'invited', roles: ['lead'], can: ['entries.respond', 'answers.questionnaire'], progress: part },
  ],
  [
    'rethink',
    { state: 'declined', roles: ['lead'], can: ['entries.respond', 'answers.questionnaire'], progress: part },
  ],
  ['read', { state: 'invited', roles: ['contributor'], can: ['answers.questionnaire'], progress: part }],
  ['answer', { state: 'accepted', roles: ['lead'], can: ['answers.save', 'answers.submit'], progress: part }],
  ['submit', { state: 'accepted', roles: ['lead'], can: ['answers.save', 'answers.submit'], progress: all }],
  ['answer', { state: 'accepted', roles: ['contributor'], can: ['answers.save'], progress: all }],
  [
    'reply',
    { state: 'accepted', roles: ['lead'], can: ['replies.findings', 'replies.reply'], progress: all },
  ],
  [
    'assess',
    { state: 'accepted', roles: ['desk'], can: ['assessments.sheet', 'assessments.find'], progress: null },
  ],
  [
    'findings',
    { state: 'accepted', roles: ['lead'], can: ['answers.questionnaire', 'replies.findings'], progress: all },
  ],
  ['read', { state: 'accepted', roles: ['lead'], can: ['answers.questionnaire'], progress: all }],
  [null, { state: 'accepted', roles: ['juror'], can: [], progress: null }],
] as const)('next is %s', (step, { state, roles, can, progress }) =>
  expect(nextStep({ state, roles: [...roles], can: [...can], progress })).toBe(step),
)
