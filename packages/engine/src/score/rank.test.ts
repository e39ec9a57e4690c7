import type { Award, RubricData } from '@tumstock/rubric/contract'
import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { compile } from './plan.ts'
import { asIs, indicatorsOf, leafOf, rubricOf } from './score.fixture.ts'
import { tabulate } from './tabulate.ts'

type Entry = [category: 'small' | 'large' | null, a: number | null, b?: number]

/** Total = a; b is shown without counting and breaks ties. */
const rubric = (parts: Partial<RubricData> = {}): RubricData =>
  rubricOf({
    indicators: indicatorsOf('a', 'b'),
    categories: { small: { title: 'S', kind: 'municipality' }, large: { title: 'L', kind: 'municipality' } },
    criteria: { a: leafOf(['a'], asIs), b: leafOf(['b'], asIs, { weight: 0 }) },
    tieBreak: ['criteria.b'],
    ...parts,
  })

const resultsOf = (entries: Entry[], parts: Partial<RubricData> = {}) => {
  const rows = entries.map(([category, a, b = null], e) => ({ id: `${e}`, category, answers: { a, b } }))
  const definition = rubric(parts)
  return evaluate(compile(definition), tabulate(definition, rows))
}

test('ties share the smaller rank, overall and in the category; who has no score has no rank', () => {
  const results = resultsOf([
    ['small', 0.5],
    ['large', 0.9],
    ['small', 0.5],
    [null, 0.7],
    ['small', null],
    ['small', 0.1],
  ])
  expect([...results.rank]).toEqual([3, 1, 3, 2, 0, 5])
  expect([...results.tied]).toEqual([1, 0, 1, 0, 0, 0])
  expect([...results.categoryRank]).toEqual([1, 1, 1, 0, 0, 3])
  expect([...results.categoryTied]).toEqual([1, 0, 1, 0, 0, 0])
})

test('a tie is broken by the next criterion; an entry without a value there comes after', () => {
  const results = resultsOf([
    ['small', 0.5, 0.1],
    ['small', 0.5, 0.9],
    ['large', 0.5],
    ['large', 0.5, 0.9],
  ])
  expect([...results.rank]).toEqual([3, 1, 4, 1])
  expect([...results.tied]).toEqual([0, 1, 0, 1])
  expect([...results.categoryRank]).toEqual([2, 1, 2, 1])
  expect([...results.categoryTied]).toEqual([0, 0, 0, 0])
})

test('an entry without a value comes after those below 0 too', () => {
  const open = { by: 'linear', from: 0, to: 1, open: true } as const
  const criteria = { a: leafOf(['a'], open), b: leafOf(['b'], open, { weight: 0 }) }
  const entries: Entry[] = [
    [null, -7],
    [null, -7, -1],
    [null, -7, -5],
    [null, -9, 3],
  ]
  expect([...resultsOf(entries, { criteria }).rank]).toEqual([3, 1, 2, 4])
})

test('the rounding of sums is no difference', () => {
  expect([
    ...resultsOf([
      [null, 0.1 + 0.2],
      [null, 0.3],
      [null, 0.3 - 1e-9],
    ]).rank,
  ]).toEqual([1, 1, 3])
  expect([
    ...resultsOf([
      [null, 0],
      [null, 0],
    ]).tied,
  ]).toEqual([1, 1])
})

test('a survey ranks no one', () => {
  const results = resultsOf(
    [
      [null, 0.5],
      [null, 0.6],
    ],
    { purpose: 'survey' },
  )
  expect([...results.rank]).toEqual([0, 0])
})

test('no entries, no results, no error', () => {
  expect(resultsOf([]).total.values.length).toBe(0)
})

const award = (parts: Partial<Award>): Partial<RubricData> => ({
  awards: { best: { title: 'Best', per: 'category', decide: 'points', nominees: 2, ...parts } },
})

test('nominees and winner by points in each category', () => {
  const results = resultsOf(
    [
      ['small', 0.5],
      ['large', 0.9],
      ['small', 0.6],
      ['small', 0.4],
      [null, 1],
    ],
    award({}),
  )
  expect(results.awards).toEqual([
    { award: 'best', category: 'small', nominees: [2, 0], winners: [2], tieAtEdge: false, belowFloor: [] },
    { award: 'best', category: 'large', nominees: [1], winners: [1], tieAtEdge: false, belowFloor: [] },
  ])
})

test('a tie at the edge keeps all of them and says so', () => {
  const entries: Entry[] = [
    [null, 0.5],
    [null, 0.9],
    [null, 0.5],
  ]
  expect(resultsOf(entries, award({ per: 'round' })).awards).toEqual([
    { award: 'best', category: null, nominees: [1, 0, 2], winners: [1], tieAtEdge: true, belowFloor: [] },
  ])
  expect(resultsOf(entries, award({ per: 'round', nominees: 3 })).awards[0]?.tieAtEdge).toBe(false)
})

test('who is below a floor cannot win, whatever the rank; no score is below too', () => {
  const results = resultsOf(
    [
      [null, 0.9, 0.2],
      [null, 0.8],
      [null, 0.7, 0.5],
    ],
    award({ per: 'round', floors: { 'criteria.b': 0.5 } }),
  )
  expect(results.awards).toEqual([
    {
      award: 'best',
      category: null,
      nominees: [2],
      winners: [2],
      tieAtEdge: false,
      belowFloor: [
        { entry: 0, path: 'criteria.b', value: 0.2, floor: 0.5 },
        { entry: 1, path: 'criteria.b', value: Number.NaN, floor: 0.5 },
      ],
    },
  ])
})

test('where a jury decides, points name no one', () => {
  const [best] = resultsOf([[null, 0.9]], award({ per: 'round', decide: 'jury' })).awards
  expect([best?.nominees, best?.winners]).toEqual([[], []])
})

test('an unranked entry is scored and takes no place, not even in a tie', () => {
  const definition = rubric({
    awards: { best: { title: 'Best', per: 'category', decide: 'points', nominees: 2, winners: 1 } },
  })
  const row = (id: string, a: number, unranked = false) => ({
    id,
    category: 'small',
    answers: { a },
    ...(unranked && { unranked }),
  })
  const rows = [row('first', 0.9, true), row('second', 0.5), row('tying', 0.5, true), row('third', 0.1)]
  const results = evaluate(compile(definition), tabulate(definition, rows))
  expect([...results.total.values]).toEqual([0.9, 0.5, 0.5, 0.1])
  expect([...results.rank]).toEqual([0, 1, 0, 2])
  expect([...results.categoryRank]).toEqual([0, 1, 0, 2])
  expect([...results.tied]).toEqual([0, 0, 0, 0])
  expect(results.awards.find(award => award.category === 'small')).toEqual({
    award: 'best',
    category: 'small',
    winners: [1],
    nominees: [1, 3],
    tieAtEdge: false,
    belowFloor: [],
  })
})
