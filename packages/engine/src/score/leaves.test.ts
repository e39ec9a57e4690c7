import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Leaf, Missing, Question, Scoring } from '@tumstock/rubric/contract'
import { expect, test } from 'vitest'
import { scoreLeaves } from './leaves.ts'
import { compile } from './plan.ts'
import { OUTCOMES } from './results.ts'
import { indicatorsOf, leafOf, rubricOf } from './score.fixture.ts'
import { tabulate } from './tabulate.ts'

type Answers = Readonly<Record<string, AnswerValue | null>>
type Scored = { values: (number | string)[]; coverage: number[]; errors: string[] }

const questions: Record<string, Question> = {
  plan: {
    type: 'choice',
    text: 'Plan?',
    options: { full: { text: 'F', points: 4 }, half: { text: 'H', points: 1 }, no: { text: 'N' } },
  },
  parts: {
    type: 'multiple',
    text: 'Parts?',
    options: { a: { text: 'A', points: 2 }, b: { text: 'B', points: 4 }, bad: { text: 'Bad', points: -3 } },
  },
}

/** The value of one leaf for each entry, or its outcome where it has none. */
const score = (
  leaf: Leaf,
  entries: readonly (Answers | number[])[],
  categories: (string | null)[] = [],
): Scored => {
  const category = { title: 'C', kind: 'municipality' as const }
  const rubric = rubricOf({
    questions,
    indicators: indicatorsOf('i'),
    categories: { small: category, large: category },
    criteria: { x: leaf },
  })
  const rows = entries.map((given, e) => ({
    id: `e${e}`,
    category: categories[e] ?? null,
    answers: Array.isArray(given) ? {} : (given as Answers),
    marks: Array.isArray(given) ? { 'criteria.x': given as number[] } : {},
  }))
  const leaves = scoreLeaves(compile(rubric), tabulate(rubric, rows))
  const result = leaves.byNode[0]
  if (!result) throw new Error('no leaf')
  return {
    values: [...result.values].map((value, e) => {
      const outcome = OUTCOMES[result.outcomes[e] ?? -1] ?? '?'
      return outcome === 'scored' ? value : Number.isNaN(value) ? outcome : `${outcome} with ${value}`
    }),
    coverage: [...result.coverage],
    errors: leaves.errors.map(({ entry, error }) => `${entry} ${error.code} ${error.path}`),
  }
}

const indicator = (scoring: Scoring, ...values: (number | null)[]) =>
  score(
    leafOf(['i'], scoring),
    values.map(i => ({ i })),
  )

test("points: the answer's own over the best option, or over all positive ones", () => {
  expect(
    score(leafOf(['plan'], { by: 'points' }), [{ plan: 'full' }, { plan: 'half' }, { plan: 'no' }]).values,
  ).toEqual([1, 0.25, 0])
  const parts = [['a'], ['a', 'b'], ['b', 'bad'], ['bad'], []].map(chosen => ({ parts: chosen }))
  // of 6: 2, 6, 4 - 3, -3 (counts as 0), 0
  expect(score(leafOf(['parts'], { by: 'points' }), parts).values).toEqual([2 / 6, 1, 1 / 6, 0, 0])
  expect(score(leafOf(['plan', 'parts'], { by: 'points' }), [{ plan: 'half', parts: ['b'] }]).values).toEqual(
    [5 / 10],
  )
})

test('linear: goalposts, clamped, either way, on the value or on its logarithm', () => {
  expect(indicator({ by: 'linear', from: 20, to: 60 }, 10, 20, 30, 60, 61).values).toEqual([0, 0, 0.25, 1, 1])
  expect(indicator({ by: 'linear', from: 60, to: 20 }, 10, 20, 30, 60, 61).values).toEqual([1, 1, 0.75, 0, 0])
  expect(indicator({ by: 'linear', from: 1, to: 16, log: true }, 0.5, 1, 2, 4, 16, 99).values).toEqual([
    0, 0, 0.25, 0.5, 1, 1,
  ])
})

test('a logarithm of 0 or below fails that entry alone', () => {
  const { values, errors } = indicator({ by: 'linear', from: 1, to: 16, log: true }, 0, 4, -1)
  expect(values).toEqual(['error', 0.5, 'error'])
  expect(errors).toEqual(['0 not-positive criteria.x', '2 not-positive criteria.x'])
})

test('bands: the highest that is reached', () => {
  const bands = {
    by: 'bands',
    bands: [
      [10, 0.2],
      [20, 0.5],
      [30, 1],
    ],
  } as const
  expect(indicator(bands, 9.99, 10, 19, 20, 1000).values).toEqual([0, 0.2, 0.2, 0.5, 1])
})

test('relative rules place an entry among those that have a number', () => {
  expect(indicator({ by: 'minmax' }, 10, null, 20, 50).values).toEqual([0, 'unanswered', 0.25, 1])
  expect(indicator({ by: 'minmax', lowerIsBetter: true }, 10, 20, 50).values).toEqual([1, 0.75, 0])
  expect(indicator({ by: 'percentile' }, 5, 1, 5, 9).values).toEqual([0.5, 0.125, 0.5, 0.875])
  expect(indicator({ by: 'rank' }, 5, 1, 5, 9).values).toEqual([0.5, 0, 0.5, 1])
  expect(indicator({ by: 'rank', lowerIsBetter: true }, 5, 1, 5, 9).values).toEqual([0.5, 1, 0.5, 0])
  // 1, 2, 3: mean 2, sd 1
  const byHand = [0.158655253931457, 0.5, 0.841344746068543]
  const zscores = indicator({ by: 'zscore' }, 1, 2, 3).values as number[]
  expect(zscores.map((z, i) => Math.abs(z - (byHand[i] ?? 0)) < 1e-15)).toEqual([true, true, true])
})

test.each(['minmax', 'zscore', 'percentile', 'rank'] as const)(
  '%s without spread fails and names the indicator',
  by => {
    for (const numbers of [[7], [7, 7, 7]]) {
      const { values, errors } = indicator({ by }, ...numbers)
      expect(values).toEqual(numbers.map(() => 'error'))
      expect(errors).toEqual(numbers.map((_, e) => `${e} zero-range criteria.x`))
    }
    expect(indicator({ by }, null).values).toEqual(['unanswered'])
  },
)

test("entries outside the criterion's categories are not applicable and not compared with", () => {
  const leaf = leafOf(['i'], { by: 'minmax' }, { onlyIn: ['small'] })
  const { values, coverage } = score(
    leaf,
    [{ i: 1 }, { i: 3 }, { i: 99 }, { i: 99 }],
    ['small', 'small', 'large', null],
  )
  expect(values).toEqual([0, 1, 'notApplicable', 'notApplicable'])
  expect(coverage).toEqual([1, 1, 0, 0])
})

test('panel: the trimmed mean of the marks over the range of the scale', () => {
  const scale = [1, 2, 3, 4, 5].map(points => ({ text: `${points}`, points }))
  const panel = (trim: number, marks: number[]) =>
    score(leafOf([], { by: 'panel', scale, trim }), [marks]).values[0]
  expect(panel(0, [1, 5, 3, 5])).toBe((3.5 - 1) / 4)
  expect(panel(0.25, [1, 5, 3, 5])).toBe((4 - 1) / 4)
  expect(panel(0.2, [1, 5, 3, 5])).toBe((3.5 - 1) / 4)
  expect(panel(0.5, [1, 5, 2, 5])).toBe((3.5 - 1) / 4)
  expect(panel(0.5, [1, 5, 2])).toBe(0.25)
})

test('panel: no marks is unverified, a mark off the scale an error', () => {
  const scale = [
    { text: 'low', points: 0 },
    { text: 'high', points: 2 },
  ]
  const leaf = (missing: Missing) => leafOf([], { by: 'panel', scale }, { missing })
  const { values, errors, coverage } = score(leaf('exclude'), [[], [1], [2]])
  expect(values).toEqual(['unverified', 'error', 1])
  expect(errors).toEqual(['1 bad-mark criteria.x'])
  expect(coverage).toEqual([0, 1, 1])
  expect(score(leaf('zero'), [[]])).toEqual({ values: [0], coverage: [0], errors: [] })
})

test.each<[Missing, (number | string)[]]>([
  // plan weighs its 4 points, parts its 6; "full" gives 4, "b" gives 4
  ['zero', [0.4, 0.4, 0, 1, 0]],
  ['exclude', [1, 4 / 6, 'unanswered', 1, 'unanswered']],
  ['block', ['unanswered', 'unanswered', 'unanswered', 1, 'unanswered']],
  [{ needs: 0.6 }, ['unanswered', 4 / 6, 'unanswered', 1, 'unanswered']],
])('missing %j in a leaf', (missing, expected) => {
  const leaf = leafOf(['plan', 'parts'], { by: 'points' }, { missing })
  const entries: Answers[] = [
    { plan: 'full', parts: '?' },
    { parts: ['b'] },
    {},
    { plan: 'full', parts: 'n/a' },
    { plan: '?', parts: 'n/a' },
  ]
  const { values, coverage } = score(leaf, [...entries, { plan: 'n/a', parts: 'n/a' }])
  expect(values).toEqual([...expected, 'notApplicable'])
  expect(coverage).toEqual([0.4, 0.6, 0, 1, 0, 0])
})
