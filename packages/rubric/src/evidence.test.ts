import { expect, test } from 'vitest'
import type { Question } from './contract.ts'
import { needsEvidence } from './evidence.ts'

const plan: Question = {
  text: 'Plan?',
  type: 'choice',
  evidence: 'required',
  unknown: true,
  notApplicable: true,
  options: { yes: { text: 'Yes', points: 2 }, other: { text: 'Other' }, no: { text: 'No', points: 0 } },
}

test('an answer that claims something is shown, one that claims nothing is not', () => {
  expect(['yes', 'other', 'no', '?', 'n/a'].filter(value => needsEvidence(plan, value))).toEqual([
    'yes',
    'other',
  ])
  const several: Question = { ...plan, type: 'multiple' }
  expect([['no', 'yes'], ['no'], []].map(value => needsEvidence(several, value))).toEqual([
    true,
    false,
    false,
  ])
  expect(needsEvidence({ text: 'How much?', type: 'number', evidence: 'required' }, 0)).toBe(true)
  expect(needsEvidence({ ...plan, evidence: 'optional' }, 'yes')).toBe(false)
})
