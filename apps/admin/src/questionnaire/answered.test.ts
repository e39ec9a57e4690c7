import type { Question } from '@tumstock/rubric/contract'
import { describe, expect, test } from 'vitest'
import { leftOf, shownAnswers, type View, withSaved } from './answered.ts'
import { savingOf } from './saving-of.ts'
import type { Unsent } from './unsent.ts'

const plan: Question = {
  text: 'Is there a plan?',
  type: 'choice',
  evidence: 'required',
  options: { yes: { text: 'Yes', points: 1 }, no: { text: 'No', points: 0 } },
}
const story: Question = { text: 'What?', type: 'text' }

const AT = '2026-11-22T12:00:00Z'
const answer = (value: string, version = 1) => ({ value, version, at: AT, author: null })

const view = (more: Partial<View>): View => ({
  entry: {
    id: 'e',
    name: 'Dovre',
    language: null,
    state: 'accepted',
    participation: 'compete',
    category: null,
    units: [],
    completeUntil: null,
    submittedAt: null,
  },
  roles: [],
  can: [],
  sections: null,
  rubric: { id: 'r', edition: '1', title: 'R', questions: { plan, story }, areas: [] },
  window: null,
  answers: {},
  evidence: [],
  prefill: {},
  hidden: [],
  here: [],
  receipt: null,
  progress: { answered: 0, of: 2, evidenceMissing: [] },
  ...more,
})

const unsent = (question: string, value: string | null, held: Unsent['held'] = null): Unsent => ({
  question,
  value,
  version: 0,
  mark: '1',
  tried: [],
  held,
})

test('what is on its way stands over what the server has', () =>
  expect(
    shownAnswers({ plan: answer('no'), story: answer('A') }, [unsent('plan', 'yes'), unsent('story', null)]),
  ).toEqual({ plan: 'yes', story: null }))

describe('a save', () => {
  const before = view({ answers: { plan: answer('yes'), story: answer('A') } })
  test('stands in the answers, without what it hides', () =>
    expect(
      withSaved(before, {
        question: 'plan',
        value: 'no',
        version: 7,
        at: AT,
        author: null,
        removed: ['story'],
      }).answers,
    ).toEqual({ plan: answer('no', 7) }))
  test('of nothing takes the answer away', () =>
    expect(
      withSaved(before, { question: 'plan', value: null, version: 0, at: AT, author: null, removed: [] })
        .answers,
    ).toEqual({ story: answer('A') }))
})

describe('what is left', () => {
  const left = (more: Partial<View>, visible = ['plan', 'story']) => {
    const seen = view(more)
    const shown = shownAnswers(seen.answers, [])
    return leftOf({ questions: ['plan', 'story'], visible: new Set(visible), shown, view: seen })
  }
  test('counts what is asked and not answered, and what last time offers to it', () =>
    expect(
      left({ prefill: { story: { value: 'A', round: { id: 'last', title: 'Last', year: 2025 } } } }),
    ).toEqual({ answered: 0, of: 2, open: ['plan', 'story'], evidence: [], unconfirmed: ['story'] }))
  test('leaves out what is not asked', () =>
    expect(left({ answers: { plan: answer('no') } }, ['plan'])).toEqual({
      answered: 1,
      of: 1,
      open: [],
      evidence: [],
      unconfirmed: [],
    }))
  test('names an answer that claims something and shows nothing', () =>
    expect(left({ answers: { plan: answer('yes') } }).evidence).toEqual(['plan']))
})

describe('saving', () => {
  const held = unsent('a', '1', { by: 'refusal', code: 'bad-input', message: 'No.' })
  test.each([
    [[], 'open', { now: 'saved', waiting: 0, held: 0 }],
    [[unsent('a', '1')], 'open', { now: 'saving', waiting: 1, held: 0 }],
    [[unsent('a', '1'), unsent('b', '1')], 'away', { now: 'away', waiting: 2, held: 0 }],
    [[unsent('a', '1'), held], 'signedOut', { now: 'signedOut', waiting: 1, held: 1 }],
    [[held], 'away', { now: 'held', waiting: 0, held: 1 }],
  ] as const)('%j, %s', (list, link, said) => expect(savingOf(list, link)).toEqual(said))
})
