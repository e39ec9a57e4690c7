import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateYears } from '../score/evaluate-years.ts'
import { compile } from '../score/plan.ts'
import { asIs, indicatorsOf, leafOf, rubricOf } from '../score/score.fixture.ts'
import { tabulate } from '../score/tabulate.ts'
import { seriesOfNode, seriesOfNumber } from './series.ts'
import { annualGrowth, interpolated, latest, observed, percentChange, type Series } from './trends.ts'

const seriesOf = (values: readonly (number | null)[]): Series =>
  values.map((value, i) => ({ year: 2020 + i, value }))

test('a number that doubles in two years grows by √2 − 1 a year, whatever is between', () => {
  expect(annualGrowth(seriesOf([100, 7, 200]))).toEqual({
    change: expect.closeTo(Math.SQRT2 - 1, 12),
    reason: null,
    available: 1,
    first: 2020,
    last: 2022,
  })
})

test('gaps at the ends move the ends', () => {
  expect(annualGrowth(seriesOf([null, 100, null, 121, null]))).toEqual({
    change: expect.closeTo(0.1, 12),
    reason: null,
    available: 0.4,
    first: 2021,
    last: 2023,
  })
})

test.each<[string, (number | null)[], number | null, string | null]>([
  ['one number', [null, 3, null], null, 'too-few'],
  ['no number', [], null, 'too-few'],
  ['from zero', [0, 5], null, 'not-positive'],
  ['a debt that grows', [-2, -4], null, 'not-positive'],
  ['into debt', [2, -4], null, 'not-positive'],
  ['to zero', [5, 0], -1, null],
  ['zero and zero', [0, 3, 0], 0, null],
  ['next to nothing', [1e-200, 1e200], null, 'too-great'],
])('growth of %s', (_, values, change, reason) => {
  expect(annualGrowth(seriesOf(values))).toMatchObject({ change, reason })
})

test('per cent of the start of the line of least squares, per year or decade', () => {
  // 10, 14, 12: the line is 11 + 1·t
  expect(percentChange(seriesOf([10, 14, 12])).change).toBeCloseTo(100 / 11, 12)
  expect(percentChange(seriesOf([10, 14, 12]), 10).change).toBeCloseTo(1000 / 11, 12)
  expect(percentChange(seriesOf([10, null, 13])).change).toBeCloseTo(15, 12)
  expect(percentChange(seriesOf([4, 4, 4])).change).toBe(0)
  expect(percentChange(seriesOf([0, 0])).change).toBe(0)
  expect(percentChange(seriesOf([-3, 1]))).toMatchObject({ change: null, reason: 'not-positive' })
})

test('a change that no double holds is none; a year that stands twice is refused', () => {
  expect((annualGrowth(seriesOf([1e-200, null, 1e200])).change ?? 0) / 1e200).toBeCloseTo(1, 12)
  expect(percentChange(seriesOf([1e-200, 2e-200]), 1e308)).toMatchObject({
    change: null,
    reason: 'too-great',
  })
  const twice = [
    { year: 2020, value: 1 },
    { year: 2020, value: 2 },
  ]
  for (const act of [annualGrowth, percentChange, interpolated])
    expect(() => act(twice)).toThrow('2020 stands twice in the series. Allowed: one number a year.')
})

test('the latest years end with the last number, and may be the whole series', () => {
  const series = seriesOf([1, null, 3, null])
  expect(latest(series, 2)).toEqual([
    { year: 2021, value: null },
    { year: 2022, value: 3 },
  ])
  expect(latest(series, 3)).toEqual(series.slice(0, 3))
  expect(latest(series, 4)).toEqual([])
})

test('between numbers on the line, never beyond; only where asked', () => {
  const series = seriesOf([null, 2, null, null, 8])
  expect(interpolated(series).map(({ value }) => value)).toEqual([null, 2, 4, 6, 8])
  expect(interpolated(series, [2022, 2023.5])).toEqual([
    { year: 2020, value: null },
    { year: 2021, value: 2 },
    { year: 2022, value: 4 },
    { year: 2023, value: null },
    { year: 2023.5, value: 7 },
    { year: 2024, value: 8 },
  ])
})

test('the series of an entry, from data and from results of several years', () => {
  const rubric = rubricOf({
    years: 'each',
    indicators: indicatorsOf('a', 'b'),
    missing: 'exclude',
    criteria: { a: leafOf(['a'], asIs), b: leafOf(['b'], asIs) },
  })
  const yearOf = (year: number, rows: { id: string; answers: Record<string, number> }[]) => ({
    year,
    data: tabulate(
      rubric,
      rows.map(row => ({ ...row, category: null })),
    ),
  })
  const years = [
    yearOf(2021, [{ id: 'x', answers: { a: 0.2, b: 0.4 } }]),
    yearOf(2022, [
      { id: 'y', answers: { a: 1, b: 1 } },
      { id: 'x', answers: { b: 0.6 } },
    ]),
    yearOf(2023, [{ id: 'y', answers: { a: 0 } }]),
  ]
  expect(seriesOfNumber(years, 'a', 'x').map(({ value }) => value)).toEqual([0.2, null, null])
  const results = evaluateYears(compile(rubric), years)
  expect(seriesOfNode(results, 'x').map(({ year }) => year)).toEqual([2021, 2022, 2023])
  expect(seriesOfNode(results, 'x').map(({ value }) => value)).toEqual([expect.closeTo(0.3, 12), 0.6, null])
  expect(seriesOfNode(results, 'x', 'criteria.b').map(({ value }) => value)).toEqual([0.4, 0.6, null])
})

test('no order of the years changes a trend', () => {
  const point = fc.record({
    year: fc.integer({ min: 1990, max: 2030 }),
    value: fc.double({ min: 1, max: 9, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(point, { selector: ({ year }) => year, minLength: 2 }), series => {
      const backwards = series.toReversed()
      expect(annualGrowth(backwards)).toEqual(annualGrowth(series))
      expect(percentChange(backwards)).toEqual(percentChange(series))
      expect(observed(backwards)).toEqual(observed(series))
    }),
  )
})
