import { describe, expect, test } from 'vitest'
import { asIs, indicatorsOf, leafOf, messageOf, rubricOf } from '../score/score.fixture.ts'
import { tabulate } from '../score/tabulate.ts'
import type { Assumption } from '../uncertainty/assumptions.ts'
import { threeTowns } from './subject.fixture.ts'
import { tornado } from './tornado.ts'

describe('three towns: peaked 1 and 0.2, even 0.5 twice, last 0.6 and 0.3', () => {
  const found = tornado(
    threeTowns,
    [{ vary: 'weights', by: 0.6 }, { vary: 'combine', among: ['mean', 'geometric'] }, { vary: 'leaveOut' }],
    { unit: 'peaked' },
  )
  const barOf = (assumption: number, path?: string) =>
    found.bars.find(bar => bar.assumption === assumption && bar.path === path)?.ends

  test('the unit as the rubric ranks it', () => expect(found.unit).toEqual({ id: 'peaked', rank: 1 }))

  test('each alternative: under the geometric mean two change places, (1 + 1 + 0)/3', () => {
    expect(barOf(1)).toEqual([
      { as: { alternative: 0 }, change: 0, rank: 1 },
      { as: { alternative: 1 }, change: 2 / 3, rank: 2 },
    ])
  })

  // Weights 0.4 : 1: peaked 0.6/1.4, even 0.7/1.4, last 0.54/1.4. Weights 1.6 : 1: 1.8, 1.3, 1.26 of 2.6.
  test('each weight down and up', () => {
    expect(barOf(0, 'criteria.a')).toEqual([
      { as: { times: 0.4 }, change: 2 / 3, rank: 2 },
      { as: { times: 1.6 }, change: 0, rank: 1 },
    ])
  })

  // By b alone: even 0.5, last 0.3, peaked 0.2. By a alone: peaked 1, last 0.6, even 0.5.
  test('each leaf left out', () => {
    expect(barOf(2, 'criteria.a')).toEqual([{ as: { times: 0 }, change: 4 / 3, rank: 3 }])
    expect(barOf(2, 'criteria.b')).toEqual([{ as: { times: 0 }, change: 2 / 3, rank: 1 }])
  })

  test('what moves the unit most comes first, what moves it not at all last', () => {
    expect(found.bars.map(({ assumption, path }) => [assumption, path])).toEqual([
      [2, 'criteria.a'],
      [0, 'criteria.a'],
      [1, undefined],
      [0, 'criteria.b'],
      [2, 'criteria.b'],
    ])
  })
})

test('without a unit: by the mean change of all ranks, and no rank', () => {
  const found = tornado(threeTowns, [{ vary: 'combine', among: ['mean'] }, { vary: 'leaveOut' }])
  expect(found).toEqual({
    bars: [
      { assumption: 1, path: 'criteria.a', ends: [{ as: { times: 0 }, change: 4 / 3 }] },
      { assumption: 1, path: 'criteria.b', ends: [{ as: { times: 0 }, change: 2 / 3 }] },
      { assumption: 0, ends: [{ as: { alternative: 0 }, change: 0 }] },
    ],
  })
})

describe('marks drawn again', () => {
  const scale = [0, 1, 2, 3, 4].map(points => ({ text: String(points), points }))
  const rubric = rubricOf({
    criteria: { idea: leafOf([], { by: 'panel', scale }, { stage: 'jury' }) },
  })
  const rowOf = (id: string, marks: number[]) => ({
    id,
    category: null,
    answers: {},
    marks: { 'criteria.idea': marks },
  })
  const data = tabulate(rubric, [rowOf('split', [0, 4, 4, 4]), rowOf('agreed', [2, 2, 2, 2])])
  const { bars, unit } = tornado({ rubric, data }, [{ vary: 'marks' }], { unit: 'split' })

  // Of four draws from 0, 4, 4, 4 the mean is below 2 where three or four are 0: (4·3 + 1)/256, 5 %; equal to 2 with two.
  test('the 5 % and 95 % quantiles stand for the two ends', () => {
    expect(unit).toEqual({ id: 'split', rank: 1 })
    expect(bars.map(({ ends }) => ends.map(({ as }) => as))).toEqual([
      [{ quantile: 0.05 }, { quantile: 0.95 }],
    ])
    expect(bars[0]?.ends[0]).toEqual({ as: { quantile: 0.05 }, change: 0, rank: 1 })
  })
})

describe('a unit that falls out of the ranking', () => {
  const rubric = rubricOf({
    missing: 'exclude',
    indicators: indicatorsOf('a', 'b'),
    criteria: { a: leafOf(['a'], asIs), b: leafOf(['b'], asIs) },
  })
  const row = (id: string, answers: Record<string, number>) => ({ id, category: null, answers })
  const gap = row('gap', { a: 1 })
  const missing: Assumption = { vary: 'missing', among: ['exclude', 'block'] }

  test('has moved farther than by any number of places', () => {
    const data = tabulate(rubric, [gap, row('x', { a: 0.9, b: 0.8 }), row('y', { a: 0.1, b: 1.5 })])
    const { bars } = tornado({ rubric, data }, [{ vary: 'leaveOut', of: ['criteria.b'] }, missing], {
      unit: 'gap',
    })
    expect(bars[0]).toEqual({
      assumption: 1,
      ends: [
        { as: { alternative: 0 }, change: 0, rank: 1 },
        { as: { alternative: 1 }, change: 1, rank: 0 },
      ],
    })
  })

  test('is refused where nobody stays in it', () => {
    const data = tabulate(rubric, [gap, row('other', { b: 1 })])
    expect(
      messageOf(() => tornado({ rubric, data }, [{ vary: 'leaveOut', of: ['criteria.a'] }, missing])),
    ).toBe(
      'test@1 › assumptions.1: with alternative 2, no entry has a rank that has one as the rubric is. Leave it out.',
    )
  })
})

test('a unit that is not there', () => {
  expect(messageOf(() => tornado(threeTowns, [{ vary: 'leaveOut' }], { unit: 'nowhere' }))).toBe(
    'test@1: "nowhere" is not among the 3 entries that are analysed.',
  )
})

test('progress, assumption by assumption', () => {
  const told: number[] = []
  tornado(threeTowns, [{ vary: 'leaveOut' }, { vary: 'weights', by: 0.1 }], {}, share => told.push(share))
  expect(told).toEqual([0.5, 1])
})
