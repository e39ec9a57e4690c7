import { expect, test } from 'vitest'
import { messageOf } from '../score/score.fixture.ts'
import { type Assumption, parseAssumptions } from './assumptions.ts'

test('every kind of assumption comes through as it was written', () => {
  const all: Assumption[] = [
    { vary: 'weights', by: 0.25, of: ['criteria.a'] },
    { vary: 'scoring', among: [{ by: 'minmax' }, { by: 'zscore', open: { mean: 0.1, sd: 0.02 } }] },
    { vary: 'combine', among: ['mean', { power: 2 }] },
    { vary: 'step', at: 1, among: [null, { do: 'screen', available: 0.5 }] },
    { vary: 'missing', among: ['zero', { needs: 0.5 }] },
    { vary: 'leaveOut' },
    { vary: 'marks' },
  ]
  expect(parseAssumptions(JSON.parse(JSON.stringify(all)), 'a@1')).toEqual(all)
})

test.each([
  [[], 'a@1 › assumptions: Too small: expected array to have >=1 items'],
  [[{ vary: 'weights', by: 1 }], 'a@1 › assumptions.0.by: Too big: expected number to be <1'],
  [[{ vary: 'marks' }, { vary: 'marks' }], 'a@1 › assumptions: "marks" stands twice. It can be varied once.'],
  [
    [
      { vary: 'step', at: 2, among: [null] },
      { vary: 'step', at: 2, among: [null] },
    ],
    'a@1 › assumptions: step 2 stands twice. It can be varied once.',
  ],
  [
    [{ vary: 'weights', by: 0.1, of: ['criteria.a', 'criteria.b', 'criteria.a'] }],
    'a@1 › assumptions.0.of.2: "criteria.a" stands twice. Once is enough.',
  ],
  [
    [
      { vary: 'combine', among: ['mean', 'min'], of: ['criteria.a'] },
      { vary: 'weights', by: 0.1, of: ['criteria.a'] },
      { vary: 'combine', among: ['harmonic'], of: ['criteria', 'criteria.a'] },
    ],
    'a@1 › assumptions.2: assumption 0 varies the same already. Give each an "of" with paths of its own.',
  ],
  [
    [
      { vary: 'missing', among: ['zero'] },
      { vary: 'missing', among: ['exclude'], of: ['criteria.a'] },
    ],
    'a@1 › assumptions.1: assumption 0 varies the same already. Give each an "of" with paths of its own.',
  ],
  [
    [{ vary: 'leaveOut', off: 1 }],
    'a@1 › assumptions.0: unknown key “off”. Did you mean “of”? Allowed: vary, of.',
  ],
])('%j is refused in one line', (value, line) => {
  expect(messageOf(() => parseAssumptions(value, 'a@1'))).toBe(line)
})
