import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareRow } from '../display/display.ts'
import { crossTab, type Grouped } from './cross-tab.ts'
import { type Countable, shares } from './shares.ts'

const question: Countable = {
  text: 'Action plan for geographic data?',
  type: 'choice',
  unknown: true,
  options: { yes: { text: 'Yes' }, no: { text: 'No' } },
}
const row = (group: string, yes: number, no: number, unsure: number): Grouped[] =>
  (
    [
      ['yes', yes],
      ['no', no],
      ['?', unsure],
    ] as const
  ).flatMap(([answer, count]) => Array.from({ length: count }, () => ({ group, answer })))

test('rows by band, each shown to sum to 100', () => {
  const entries = [...row('<2000', 27, 6, 2), ...row('>=50000', 21, 2, 2)]
  const groups = [
    { id: '<2000', population: 93 },
    { id: '2000-4999', population: 140 },
    { id: '>=50000', population: 31 },
  ]
  const table = crossTab(question, entries, groups)
  expect(
    table.map(({ group, shares: { n, options } }) => [group, n, shareRow(options.map(o => o.count))]),
  ).toEqual([
    ['<2000', 35, [77, 17, 6]],
    ['2000-4999', 0, [0, 0, 0]],
    ['>=50000', 25, [84, 8, 8]],
  ])
})

test('a group that is not listed is refused', () => {
  expect(() => crossTab(question, row('x', 1, 0, 0), [{ id: 'y', population: null }])).toThrow(
    'group "x" is not one of y',
  )
})

test('the groups together are the whole', () => {
  const entry = fc.record({
    group: fc.constantFrom('a', 'b', 'c'),
    answer: fc.constantFrom('yes', 'no', '?', 'n/a', null),
  })
  fc.assert(
    fc.property(fc.array(entry), entries => {
      const whole = shares(
        question,
        entries.map(e => e.answer),
        null,
      )
      const parts = crossTab(
        question,
        entries,
        ['a', 'b', 'c'].map(id => ({ id, population: null })),
      )
      for (const [i, option] of whole.options.entries())
        expect(parts.reduce((sum, part) => sum + part.shares.options[i]!.count, 0)).toBe(option.count)
    }),
  )
})
