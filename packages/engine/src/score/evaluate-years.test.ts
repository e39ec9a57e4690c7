import { expect, test } from 'vitest'
import { type Parts, rowsFor, rubricFor } from '../steps/steps.fixture.ts'
import { evaluateYears } from './evaluate-years.ts'
import { compile } from './plan.ts'
import { messageOf } from './score.fixture.ts'
import { tabulate } from './tabulate.ts'

type Columns = Readonly<Record<number, readonly (number | null)[]>>

const scored = (parts: Parts, columns: Columns, order = Object.keys(columns)) => {
  const rubric = rubricFor({ x: [] }, { scoring: { x: { by: 'minmax' } }, ...parts })
  const years = order.map(year => ({
    year: Number(year),
    data: tabulate(rubric, rowsFor({ x: columns[Number(year)] ?? [] }, parts)),
  }))
  return evaluateYears(compile(rubric), years).map(({ year, results }) => [year, ...results.total.values])
}

const columns = { 2024: [0, 5, 10], 2025: [10, 15, 20] }

test('each year for itself, or all against all', () => {
  expect(scored({ years: 'each' }, columns)).toEqual([
    [2024, 0, 0.5, 1],
    [2025, 0, 0.5, 1],
  ])
  expect(scored({ years: 'pooled' }, columns)).toEqual([
    [2024, 0, 0.25, 0.5],
    [2025, 0.5, 0.75, 1],
  ])
})

test('a reference entry is taken as it is in the same year, the worst from all years', () => {
  const scoring = { x: { by: 'reference', entry: 'b' } } as const
  expect(scored({ years: 'pooled', scoring }, columns)).toEqual([
    [2024, 0, 1, 2],
    [2025, 10 / 15, 1, 20 / 15],
  ])
})

test('the order of the years is nothing to them', () => {
  const gaps = { 2023: [1, 2], 2024: [null, 4], 2026: [7, null], 2027: [9, 10] }
  for (const by of ['last', 'linear', 'constant'] as const) {
    const parts: Parts = { years: 'pooled', steps: [{ do: 'impute', by }] }
    const turned = scored(parts, gaps, Object.keys(gaps).toReversed())
    expect(turned.toReversed()).toEqual(scored(parts, gaps))
  }
})

test('one year needs no word on how years compare, several do', () => {
  expect(scored({}, { 2024: [0, 5, 10] })).toEqual([[2024, 0, 0.5, 1]])
  expect(messageOf(() => scored({}, columns))).toBe(
    'test@1 › years: there are data of 2 years. It says how to compare them: each or pooled.',
  )
  expect(messageOf(() => scored({ years: 'each' }, columns, ['2024', '2024']))).toBe(
    'test@1: there are two sets of data of 2024. Each year has one.',
  )
})
