import { describe, expect, test } from 'vitest'
import { evaluate } from '../score/evaluate.ts'
import { scoreLeaves } from '../score/leaves.ts'
import { compile } from '../score/plan.ts'
import { asIs, groupOf, indicatorsOf, leafOf, messageOf, rubricOf } from '../score/score.fixture.ts'
import { tabulate } from '../score/tabulate.ts'
import { prepare } from '../steps/prepare.ts'
import { availability } from './availability.ts'
import { compareResults } from './compare-results.ts'
import { removeEach } from './remove-one.ts'
import { standingsIn } from './strengths.ts'
import { summaryOf } from './summary.ts'
import { tableOf } from './table.ts'

/** a (2) beside a group g (1) of b (1) and c (1). */
const rubric = rubricOf({
  indicators: indicatorsOf('a', 'b', 'c'),
  missing: 'exclude',
  criteria: {
    a: leafOf(['a'], asIs, { weight: 2 }),
    g: groupOf({ b: leafOf(['b'], asIs), c: leafOf(['c'], asIs) }, { missing: 'exclude' }),
  },
})
const plan = compile(rubric)

/** Totals: north (2·0.6 + 0.6)/3 = 0.6, south (2·0.5 + 0.6)/3 = 0.533, west from g alone 0. */
const rows = [
  { id: 'north', category: null, answers: { a: 0.6, b: 0.2, c: 1 } },
  { id: 'south', category: null, answers: { a: 0.5, b: 0.9, c: 0.3 } },
  { id: 'west', category: null, answers: { b: 0, c: '?' } },
]
const data = tabulate(rubric, rows)
const results = evaluate(plan, data)

describe('what a criterion does to the ranking', () => {
  const leaves = scoreLeaves(plan, data)

  test('taken out one at a time', () => {
    const [a, b] = removeEach(plan, data, leaves, ['criteria.a', 'criteria.g.children.b'])
    expect(a).toEqual({
      path: 'criteria.a',
      removed: 'criteria.a',
      values: [expect.closeTo(0.6, 12), expect.closeTo(0.6, 12), 0],
      ranks: [1, 1, 3],
      gained: [0, 1, 0],
      meanChange: 1 / 3,
      mostChange: 1,
    })
    expect(b).toMatchObject({
      removed: 'criteria.g.children.b',
      values: [expect.closeTo(2.2 / 3, 12), expect.closeTo(1.3 / 3, 12), null],
      ranks: [1, 2, null],
      gained: [0, 0, null],
      meanChange: 0,
    })
  })

  test('what is alone in its group takes the group with it; what is alone in the rubric stays', () => {
    const single = compile({
      ...rubric,
      criteria: { a: leafOf(['a'], asIs), g: groupOf({ b: leafOf(['b'], asIs) }, { missing: 'exclude' }) },
    })
    const own = scoreLeaves(single, data)
    expect(removeEach(single, data, own, ['criteria.g.children.b'])[0]?.removed).toBe('criteria.g')
    const only = compile({ ...rubric, criteria: { g: groupOf({ b: leafOf(['b'], asIs) }) } })
    expect(removeEach(only, data, scoreLeaves(only, data), ['criteria.g.children.b'])).toEqual([])
  })

  test('a criterion that is not there', () => {
    expect(messageOf(() => removeEach(plan, data, leaves, ['criteria.x']))).toBe(
      'test@1 › criteria.x: no such criterion to remove. Write it as criteria.a.children.b.',
    )
  })
})

describe('two versions of results', () => {
  const after = {
    rubric: 'test@2',
    results: evaluate(
      plan,
      tabulate(rubric, [
        { id: 'south', category: null, answers: { a: 0.7, b: 0.9, c: 0.3 } },
        { id: 'north', category: null, answers: { a: 0.6, b: 0.2, c: 1 } },
        { id: 'east', category: null, answers: { a: 0.1 } },
      ]),
    ),
  }
  const before = { rubric: 'test@1', results }

  test('entries are matched by id; what stands in one only has no change', () => {
    const compared = compareResults(before, after)
    expect(compared.entries).toEqual([
      {
        id: 'east',
        before: { value: null, place: null },
        after: { value: 0.1, place: 3 },
        change: null,
        gained: null,
      },
      {
        id: 'north',
        before: { value: expect.closeTo(0.6, 12), place: 1 },
        after: { value: expect.closeTo(0.6, 12), place: 2 },
        change: 0,
        gained: -1,
      },
      {
        id: 'south',
        before: { value: expect.closeTo(1.6 / 3, 12), place: 2 },
        after: { value: expect.closeTo(2 / 3, 12), place: 1 },
        change: expect.closeTo(0.4 / 3, 12),
        gained: 1,
      },
      {
        id: 'west',
        before: { value: 0, place: 3 },
        after: { value: null, place: null },
        change: null,
        gained: null,
      },
    ])
    expect(compared).toMatchObject({
      shared: 2,
      meanGained: 1,
      mostGained: 1,
      pearson: { n: 2, r: expect.closeTo(-1, 12) },
    })
  })

  test('one criterion of both, by its own places', () => {
    const { entries } = compareResults(before, after, 'criteria.g')
    expect(entries.map(({ id, before: { place } }) => [id, place])).toEqual([
      ['east', null],
      ['north', 1],
      ['south', 1],
      ['west', 3],
    ])
    expect(messageOf(() => compareResults(before, after, 'criteria.x'))).toBe(
      'test@1 › criteria.x: no such criterion in this version. Compare one that both have, or the total.',
    )
  })

  test('nothing in common is nothing to compare', () => {
    const others = { rubric: 'test@1', results: evaluate(plan, tabulate(rubric, [])) }
    expect(compareResults(others, others)).toMatchObject({
      entries: [],
      shared: 0,
      meanGained: null,
      mostGained: null,
    })
  })
})

test('one entry at a glance, from the top down', () => {
  expect(summaryOf(plan, results, 1)).toEqual([
    { path: 'criteria', title: 'Test', depth: 0, value: expect.closeTo(1.6 / 3, 12), place: 2, of: 3 },
    { path: 'criteria.g', title: 'A group', depth: 1, value: expect.closeTo(0.6, 12), place: 1, of: 3 },
  ])
  const survey = compile({ ...rubric, purpose: 'survey' })
  expect(summaryOf(survey, evaluate(survey, data), 1)[0]?.place).toBeNull()
  const blocked = compile({ ...rubric, missing: 'block' })
  expect(summaryOf(blocked, evaluate(blocked, data), 2)[0]).toMatchObject({ value: null, place: null, of: 2 })
})

describe('strengths and weaknesses', () => {
  const table = tableOf(
    'test@1',
    ['n', 's', 'w'],
    [
      { id: 'good', values: [9, 5, 1] },
      { id: 'zeros', values: [4, 0, 0] },
      { id: 'costs', values: [3, 1, 2] },
      { id: 'poor', values: [7, Number.NaN, 8] },
      { id: 'middling', values: [1, 2, 3] },
    ],
  )
  const lower = new Set(['costs'])

  test('best first and worst first; a last place is no strength, however many share it', () => {
    expect(standingsIn(table, lower)('s', 2)).toEqual({
      strengths: [
        { id: 'costs', value: 1, place: 1, of: 3 },
        { id: 'good', value: 5, place: 2, of: 3 },
      ],
      weaknesses: [
        { id: 'middling', value: 2, place: 2, of: 3 },
        { id: 'zeros', value: 0, place: 2, of: 3 },
      ],
    })
  })

  test('nothing is both, and there may be nothing good to say', () => {
    const { strengths, weaknesses } = standingsIn(table, lower)('n')
    expect(strengths.map(({ id }) => id)).toEqual(['good', 'zeros'])
    expect(weaknesses.map(({ id }) => id)).toEqual(['middling', 'costs', 'poor'])
    expect(messageOf(() => standingsIn(table)('x'))).toBe('test@1: no entry "x" among the 3 given.')
  })
})

test('what steps made up is missing all the same, and to who was left out nothing applies', () => {
  const stepped = compile({
    ...rubric,
    steps: [
      { do: 'impute', by: 'mean' },
      { do: 'screen', drop: ['north'] },
    ],
  })
  const { entries } = availability(stepped, prepare(stepped, data).data)
  expect(entries.map(({ id, available }) => [id, available])).toEqual([
    ['north', null],
    ['south', 1],
    ['west', 1 / 3],
  ])
})

test('availability counts what applies, and what is there of it', () => {
  const asked = rubricOf({
    indicators: indicatorsOf('a', 'b', 'c'),
    categories: { small: { title: 'Small', kind: 'municipality' } },
    criteria: {
      a: leafOf(['a'], asIs),
      g: groupOf({ b: leafOf(['b'], asIs), c: leafOf(['c'], asIs, { onlyIn: ['small'] }) }),
      jury: leafOf([], { by: 'panel', scale: [0, 4].map(points => ({ text: `${points}`, points })) }),
    },
  })
  const { entries, groups } = availability(
    compile(asked),
    tabulate(asked, [
      { id: 'x', category: 'small', answers: { a: 0, b: 1 }, marks: { 'criteria.jury': [4] } },
      { id: 'y', category: null, answers: { a: '?', b: 'n/a' } },
    ]),
  )
  expect(entries).toEqual([
    { id: 'x', applicable: 4, missing: 1, zero: 1, available: 0.75, nonZero: 2 / 3 },
    { id: 'y', applicable: 2, missing: 2, zero: 0, available: 0, nonZero: null },
  ])
  expect(groups).toEqual([
    { path: 'criteria.g', available: [0.5, null] },
    { path: 'criteria', available: [0.75, 0] },
  ])
})
