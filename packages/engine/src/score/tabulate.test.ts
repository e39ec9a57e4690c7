import { expect, test } from 'vitest'
import { GAPS, type Row } from './data.ts'
import { indicatorsOf, leafOf, messageOf, rubricOf } from './score.fixture.ts'
import { tabulate } from './tabulate.ts'

const options = { yes: { text: 'Yes' }, no: { text: 'No' } }
const rubric = rubricOf({
  categories: { small: { title: 'Small', kind: 'municipality' } },
  indicators: indicatorsOf('i'),
  questions: {
    plan: { type: 'choice', text: 'A plan?', options, unknown: true },
    parts: {
      type: 'multiple',
      text: 'Which?',
      options: { a: { text: 'A' }, b: { text: 'B' } },
      showIf: { question: 'plan', is: 'yes' },
    },
    share: { type: 'share', text: 'How much?', showIf: { question: 'parts', is: ['b'] } },
    note: { type: 'text', text: 'Note?' },
  },
  criteria: {
    jury: leafOf([], {
      by: 'panel',
      scale: [
        { text: 'low', points: 1 },
        { text: 'high', points: 5 },
      ],
    }),
  },
})

const row = (id: string, answers: Row['answers'], more: Partial<Row> = {}): Row => ({
  id,
  category: null,
  answers,
  ...more,
})
const gapsOf = (rows: Row[], id: string) =>
  [...(tabulate(rubric, rows).columns[id]?.gaps ?? [])].map(gap => GAPS[gap])

test('rows become columns', () => {
  const data = tabulate(rubric, [
    row('x', { plan: 'no', i: 2.5, note: 'hi' }, { category: 'small', marks: { 'criteria.jury': [1, 5] } }),
    row('y', { plan: 'yes', parts: ['b'], share: 40 }),
  ])
  expect(data.ids).toEqual(['x', 'y'])
  expect([...data.category]).toEqual([0, -1])
  expect(data.columns.i?.values).toEqual(Float64Array.of(2.5, Number.NaN))
  expect(data.columns.plan?.values).toEqual(Int16Array.of(1, 0))
  expect(data.columns.parts?.values).toEqual(Uint8Array.of(0, 0, 0, 1))
  expect(data.columns.note?.values).toEqual(['hi', null])
  expect(data.marks).toEqual({ 'criteria.jury': [[1, 5], []] })
})

test('each kind of gap keeps its name', () => {
  const rows = [
    row('a', {}),
    row('b', { plan: null }),
    row('c', { plan: '?' }),
    row('d', { plan: 'n/a' }),
    row('e', { plan: 'no' }),
  ]
  expect(gapsOf(rows, 'plan')).toEqual(['unanswered', 'unanswered', 'unknown', 'notApplicable', 'answered'])
})

test('an answer to a hidden question never counts, nor does what depends on it', () => {
  const stale = { parts: ['b'], share: 40 }
  const rows = [
    row('a', { plan: 'yes', ...stale }),
    row('b', { plan: 'no', ...stale }),
    row('c', stale),
    row('d', { plan: 'yes' }),
  ]
  expect(gapsOf(rows, 'parts')).toEqual(['answered', 'notApplicable', 'notApplicable', 'unanswered'])
  expect(gapsOf(rows, 'share')).toEqual(['answered', 'notApplicable', 'notApplicable', 'notApplicable'])
  expect(tabulate(rubric, rows).columns.share?.values).toEqual(
    Float64Array.of(40, Number.NaN, Number.NaN, Number.NaN),
  )
})

test.each<[string, Row[]]>([
  [
    'test@1 › questions.plan: entry "x": "maybe" is not an option. Allowed: yes, no.',
    [row('x', { plan: 'maybe' })],
  ],
  ['test@1 › indicators.i: entry "x": "3" is not a number.', [row('x', { i: '3' })]],
  [
    'test@1: entry "x" answers "plann", which is neither a question nor an indicator.',
    [row('x', { plann: 'yes' })],
  ],
  ['test@1: entry "x": no category "huge". Defined: small.', [row('x', {}, { category: 'huge' })]],
  ['test@1: entry "x" stands twice. Each entry has one row.', [row('x', {}), row('x', {})]],
  [
    'test@1 › criteria.y: entry "x" has marks, but no panel criterion stands there.',
    [row('x', {}, { marks: { 'criteria.y': [1] } })],
  ],
])('refused: %s', (message, rows) => {
  expect(messageOf(() => tabulate(rubric, rows))).toBe(message)
})

test('conditions that run in a circle are refused', () => {
  const question = (on: string) => ({
    type: 'choice' as const,
    text: 'Q?',
    options,
    showIf: { question: on, is: 'yes' },
  })
  const circle = rubricOf({ questions: { a: question('b'), b: question('a') } })
  expect(() => tabulate(circle, [row('x', { a: 'yes', b: 'yes' })])).toThrow('(a → b → a)')
})

test('−0 is 0', () => {
  expect(tabulate(rubric, [row('x', { i: -0 })]).columns.i?.values).toEqual(Float64Array.of(0))
})
