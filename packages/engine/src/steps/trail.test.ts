import type { Step } from '@tumstock/rubric/contract'
import { expect, test } from 'vitest'
import { evaluate } from '../score/evaluate.ts'
import { evaluateYears } from '../score/evaluate-years.ts'
import { explain } from '../score/explain.ts'
import { compile } from '../score/plan.ts'
import type { Reason } from '../score/results.ts'
import { tabulate } from '../score/tabulate.ts'
import { prepare } from './prepare.ts'
import { type Parts, roundOf, rowsFor, rubricFor } from './steps.fixture.ts'
import { trailOf } from './trail.ts'

const trail = (numbers: Parameters<typeof roundOf>[0], parts: Parts, entry: number) => {
  const { plan, data } = roundOf(numbers, parts)
  return trailOf(prepare(plan, data), 'x', entry)
}

test('from the published number to what is scored, step by step', () => {
  const test = { skewness: 2, kurtosis: 3.5 }
  const steps: Step[] = [
    { do: 'denominate', each: { x: { by: 'people', per: 2 } } },
    { do: 'impute', by: 'mean' },
    { do: 'treat', test, winsorise: { most: 1 } },
  ]
  const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 990, null]
  const numbers = { x, people: x.map(() => 2) }
  const scoring = { people: null }
  const winsorised = { step: 2, from: 990, to: 103.5, did: 'winsorised', end: 'high', moved: 1, test }
  expect(trail(numbers, { steps, scoring }, 9)).toEqual([
    { step: 0, from: 990, to: 990, did: 'divided', by: 'people', divisor: 2, per: 2 },
    winsorised,
  ])
  // (1 + … + 9 + 990) / 10 = 103.5, the highest number that is left.
  expect(trail(numbers, { steps, scoring }, 10)).toEqual([
    { step: 1, from: null, to: 103.5, did: 'imputed', by: 'mean', n: 10 },
  ])
})

test('a number that is lost for want of a divisor says so', () => {
  const steps: Step[] = [{ do: 'denominate', each: { x: { by: 'people' } } }]
  expect(trail({ x: [5, 6], people: [null, 2] }, { steps, scoring: { people: null } }, 0)).toEqual([
    { step: 0, from: 5, to: null, did: 'divided', by: 'people', divisor: null, per: 1 },
  ])
})

test('winsorised first and transformed after, where both are done', () => {
  const steps: Step[] = [{ do: 'treat', winsorise: { most: 1 }, then: 'logFromOne', both: true }]
  const changes = trail({ x: [1, 2, 3, 10, 100] }, { steps }, 4)
  expect(changes).toEqual([
    { step: 0, from: 100, to: 10, did: 'winsorised', end: 'high', moved: 1 },
    { step: 0, from: 10, to: Math.log(10), did: 'transformed', by: 'logFromOne' },
  ])
})

test('what an imputed number rests on', () => {
  const numbers = { x: [1, 3, 5, null], y: [1, 2, 3, 4], z: [1, 1, 2, 3] }
  const made = (step: Step, parts: Parts = {}) => trail(numbers, { ...parts, steps: [step] }, 3)
  const kinds = ['a', 'b', 'b', 'b']
  expect(made({ do: 'impute', by: 'median', within: 'kind' }, { kinds })).toEqual([
    { step: 0, from: null, to: 4, did: 'imputed', by: 'median', n: 2, within: 'b' },
  ])
  expect(made({ do: 'impute', by: 'rowMean' })).toEqual([
    { step: 0, from: null, to: 5, did: 'imputed', by: 'rowMean', n: 2 },
  ])
  expect(made({ do: 'impute', by: 'regression', on: ['y'], of: ['x'] })).toEqual([
    { step: 0, from: null, to: 7, did: 'imputed', by: 'regression', on: ['y'], n: 3 },
  ])
})

test('an explanation has the published number, what was done to it, and what it counted', () => {
  const steps: Step[] = [{ do: 'impute', by: 'mean' }]
  const { plan, data } = roundOf({ x: [0, 1, null] }, { steps })
  const results = evaluate(plan, data)
  const reasonOf = (entry: number) =>
    explain(plan, data, results, entry).children[0]?.reason as Reason & { kind: 'rule' }
  expect(reasonOf(1).reads).toEqual([{ id: 'x', value: 1, counted: 1, of: 1 }])
  expect(reasonOf(2).reads).toEqual([
    {
      id: 'x',
      value: null,
      trail: [{ step: 0, from: null, to: 0.5, did: 'imputed', by: 'mean', n: 2 }],
      counted: 0.5,
      of: 1,
    },
  ])
})

test('a number from other years names them, and stands against what its year is compared with', () => {
  const parts: Parts = {
    steps: [{ do: 'impute', by: 'linear' }],
    scoring: { x: { by: 'minmax' } },
    years: 'pooled',
  }
  const columns = { 2020: [0, 10], 2021: [null, 12], 2024: [4, 20] }
  const rubric = rubricFor({ x: [] }, parts)
  const plan = compile(rubric)
  const years = Object.entries(columns).map(([year, x]) => ({
    year: Number(year),
    data: tabulate(rubric, rowsFor({ x }, parts)),
  }))
  const scored = evaluateYears(plan, years.toReversed())
  expect(scored.map(({ year, results }) => [year, ...results.total.values])).toEqual([
    [2024, 0.2, 1],
    [2021, 0.05, 0.6],
    [2020, 0, 0.5],
  ])
  const { prepared, results } = scored[1] as (typeof scored)[number]
  const reason = explain(plan, prepared, results, 0).children[0]?.reason as Reason & { kind: 'rule' }
  expect(reason.reads[0]?.trail).toEqual([
    { step: 0, from: null, to: 1, did: 'imputed', by: 'linear', years: [2020, 2024] },
  ])
  expect([reason.basis?.n, reason.basis?.max, reason.basis?.rank]).toEqual([6, 20, 2])
})
