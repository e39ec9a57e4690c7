import type { Combine, Missing } from '@tumstock/rubric/contract'
import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import { compile } from './plan.ts'
import { OUTCOMES, type Results } from './results.ts'
import { groupOf, indicatorsOf, leafOf, messageOf, rubricOf } from './score.fixture.ts'
import { tabulate } from './tabulate.ts'

type Cell = number | null | 'n/a'
type Parts = { missing?: Missing; weights?: readonly number[] }

const openAsIs = { by: 'linear', from: 0, to: 1, open: true } as const

/** One group over as many children as a row has cells; the total is the group's value. */
const rubricFor = (combine: Combine, width: number, { missing = 'exclude', weights = [] }: Parts = {}) => {
  const ids = Array.from({ length: width }, (_, c) => `c${c}`)
  const children = Object.fromEntries(
    ids.map((id, c) => [id, leafOf([id], openAsIs, { weight: weights[c] ?? 1 })]),
  )
  return rubricOf({
    indicators: indicatorsOf(...ids),
    criteria: { g: groupOf(children, { combine, missing }) },
  })
}

const run = (combine: Combine, rows: readonly (readonly Cell[])[], parts: Parts = {}): Results => {
  const rubric = rubricFor(combine, rows[0]?.length ?? 0, parts)
  const entries = rows.map((row, e) => ({
    id: `e${e}`,
    category: null,
    answers: Object.fromEntries(row.map((cell, c) => [`c${c}`, cell])),
  }))
  return evaluate(compile(rubric), tabulate(rubric, entries))
}

const groupOfResults = (results: Results) => {
  const node = results.nodes.get('criteria.g')
  return [...(node?.outcomes ?? [])].map((outcome, e) =>
    outcome === 0 ? Number(node?.values[e]?.toFixed(12)) : OUTCOMES[outcome],
  )
}

const PAIRWISE: readonly Combine[] = ['copeland', 'outranking', 'kemeny']

test.each(PAIRWISE)('%s compares only entries that its missing policy lets in', combine => {
  const rows: Cell[][] = [
    [3, 3],
    [2, null],
    [1, 1],
    ['n/a', 'n/a'],
  ]
  expect(groupOfResults(run(combine, rows))).toEqual([1, 0.5, 0, 'notApplicable'])
  expect(groupOfResults(run(combine, rows, { missing: 'block' }))).toEqual([
    1,
    'unanswered',
    0,
    'notApplicable',
  ])
  expect(groupOfResults(run(combine, rows, { missing: { needs: 0.5 } }))).toEqual([
    1,
    0.5,
    0,
    'notApplicable',
  ])
})

test('what is missing and counts as zero is beaten, what does not apply is not compared', () => {
  const rows: Cell[][] = [
    [1, null],
    [2, -1],
    [3, 'n/a'],
  ]
  // on the first child 0 < 1 < 2, on the second the zero is before −1
  expect(groupOfResults(run('copeland', rows, { missing: 'zero' }))).toEqual([0.25, 0.25, 1])
  expect(groupOfResults(run('copeland', rows))).toEqual([0, 0.5, 1])
})

test('a child of weight 0 decides nothing, and weights do', () => {
  const rows: Cell[][] = [
    [2, 1, 9],
    [1, 2, 0],
  ]
  expect(groupOfResults(run('outranking', rows, { weights: [1, 3, 0] }))).toEqual([0.25, 0.75])
  expect(groupOfResults(run('copeland', rows, { weights: [1, 3, 0] }))).toEqual([0, 1])
  expect(groupOfResults(run('copeland', rows, { weights: [1, 1, 0] }))).toEqual([0.5, 0.5])
})

test('the coverage is that of a mean', () => {
  const rows: Cell[][] = [
    [1, null],
    [2, 3],
    ['n/a', 3],
  ]
  const parts: Parts = { weights: [1, 3] }
  const coverageOf = (combine: Combine) => [
    ...(run(combine, rows, parts).nodes.get('criteria.g')?.coverage ?? []),
  ]
  expect(coverageOf('mean')).toEqual([0.25, 1, 1])
  for (const combine of PAIRWISE) expect(coverageOf(combine)).toEqual([0.25, 1, 1])
})

test('one entry alone fails, with what is needed', () => {
  for (const combine of PAIRWISE) {
    const { errors, total } = run(combine, [
      [1, 2],
      [null, null],
    ])
    expect(errors.map(({ path, entry, error }) => [path, entry, error.code])).toEqual([
      ['criteria.g', 0, 'too-few'],
    ])
    expect(errors[0]?.error.message).toBe(
      'test@1 › criteria.g: entries are compared with each other, and there is 1. At least 2 have to have a value.',
    )
    expect([...total.outcomes].map(outcome => OUTCOMES[outcome])).toEqual(['error', 'unanswered'])
  }
})

test('no entry at all is no error', () => {
  expect(run('copeland', [[null], [null]]).errors).toEqual([])
})

test.each<[Combine, string]>([
  ['geometric', 'geometric'],
  ['harmonic', 'harmonic'],
  [{ power: 2 }, 'power'],
  [{ benefitOfDoubt: [0, 1] }, 'benefitOfDoubt'],
])('%j of a value below 0 fails for that entry alone and says which', (combine, name) => {
  const results = run(combine, [
    [1, 1],
    [0.5, -0.25],
    [0.5, 0],
  ])
  expect(groupOfResults(results).map(value => typeof value)).toEqual(['number', 'string', 'number'])
  expect(results.errors.map(({ error }) => error.message)).toEqual([
    `test@1 › criteria.g: "e1" has -0.25 in criteria.g.children.c1. "${name}" needs 0 and above.`,
  ])
  expect([...results.rank]).toEqual([1, 0, 2])
})

test('an error of a group is explained where it happened', () => {
  const rubric = rubricFor('geometric', 1)
  const plan = compile(rubric)
  const data = tabulate(rubric, [{ id: 'x', category: null, answers: { c0: -1 } }])
  const { children } = explain(plan, data, evaluate(plan, data), 0)
  expect(children[0]?.reason).toMatchObject({ kind: 'error', code: 'not-positive' })
})

test('values outside 0..1 are combined and ranked as they are', () => {
  const rows: Cell[][] = [
    [-3, -1],
    [5, 1],
    [null, null],
    [-2, -2],
  ]
  const results = run('mean', rows)
  expect(groupOfResults(results)).toEqual([-2, 3, 'unanswered', -2])
  expect([...results.rank]).toEqual([2, 1, 0, 2])
  expect(groupOfResults(run('min', rows))).toEqual([-3, 1, 'unanswered', -2])
  expect(groupOfResults(run('median', rows))).toEqual([-2, 3, 'unanswered', -2])
})

test.each<[Combine, string]>([
  [
    { power: 0 },
    'test@1 › criteria.g.combine: 0 is no power of a mean. Allowed: any number but 0, whose limit is "geometric".',
  ],
  [
    { benefitOfDoubt: [0.6, 0.4] },
    'test@1 › criteria.g.combine: shares from 0.6 to 0.4 are no bounds. Allowed: 0 to 1, the least first.',
  ],
])('%j is refused', (combine, message) => {
  expect(messageOf(() => compile(rubricFor(combine, 2)))).toBe(message)
})
