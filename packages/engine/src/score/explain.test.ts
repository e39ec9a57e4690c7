import { expect, test } from 'vitest'
import type { Row } from './data.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import { compile } from './plan.ts'
import { asIs, groupOf, indicatorsOf, leafOf, rubricOf } from './score.fixture.ts'
import { tabulate } from './tabulate.ts'

const rubric = rubricOf({
  scale: { max: 500, unit: 'points', decimals: 1 },
  missing: 'exclude',
  indicators: indicatorsOf('n', 'r', 'p'),
  questions: {
    q: {
      type: 'choice',
      text: 'Q?',
      options: { yes: { text: 'Y', points: 4 }, part: { text: 'P', points: 1 } },
    },
    s: { type: 'choice', text: 'S?', options: { yes: { text: 'Y', points: 6 } } },
  },
  categories: { small: { title: 'S', kind: 'municipality' } },
  criteria: {
    asked: leafOf(['q', 's'], { by: 'points' }, { weight: 2, missing: 'zero' }),
    both: groupOf({ n: leafOf(['n'], asIs), p: leafOf(['p'], asIs) }, { combine: 'geometric', weight: 3 }),
    placed: leafOf(['r'], { by: 'rank' }, { weight: 5 }),
    local: leafOf(['n'], asIs, { onlyIn: ['small'] }),
  },
})
const plan = compile(rubric)
const row = (id: string, answers: Row['answers']): Row => ({ id, category: null, answers })
const data = tabulate(rubric, [
  row('x', { q: 'yes', n: 0.25, p: 1, r: 30 }),
  row('y', { q: 'part', s: 'yes', n: 0.5, p: 0.5, r: 10 }),
  row('z', { q: '?', n: 0.5, p: 0.5, r: 20 }),
  row('w', { s: 'yes', n: 0.5, r: null }),
])
const results = evaluate(plan, data)

test('a mean is taken apart into points that add up to it', () => {
  const total = explain(plan, data, results, 0)
  // asked 4/10 of weight 2, both sqrt(0.25) of weight 3, placed 1 of weight 5; "local" applies elsewhere
  expect(total.value).toBeCloseTo((2 * 0.4 + 3 * 0.5 + 5) / 10, 15)
  expect(total.children.map(({ share, points, outOf }) => ({ share, points, outOf }))).toEqual([
    { share: 0.2, points: 40, outOf: 100 },
    { share: 0.3, points: 75, outOf: 150 },
    { share: 0.5, points: 250, outOf: 250 },
    { share: 0, points: null, outOf: 0 },
  ])
  expect(total.points).toBe(365)
  expect(total.reason).toEqual({ kind: 'combine', combine: 'mean', present: 3, missingPolicy: 'exclude' })
})

test('a group that is no mean shows values beneath it and no points', () => {
  const both = explain(plan, data, results, 0).children[1]
  expect(both?.children.map(({ value, points, outOf, share }) => ({ value, points, outOf, share }))).toEqual([
    { value: 0.25, points: null, outOf: null, share: 0.5 },
    { value: 1, points: null, outOf: null, share: 0.5 },
  ])
})

test('a rule names what it read, what that counted, and what was counted as zero', () => {
  expect(explain(plan, data, results, 0).children[0]?.reason).toEqual({
    kind: 'rule',
    scoring: { by: 'points' },
    reads: [
      { id: 'q', value: 'yes', counted: 4, of: 4 },
      { id: 's', value: null, counted: 0, of: 6 },
    ],
    zeroFor: ['s'],
  })
  const unknown = explain(plan, data, results, 2).children[0]
  expect([unknown?.outcome, unknown?.value, unknown?.points]).toEqual(['scored', 0, 0])
  expect(unknown?.reason).toMatchObject({
    zeroFor: ['q', 's'],
    reads: [{ value: '?', counted: 0, of: 4 }, {}],
  })
})

test('a relative rule names the round that it compared with', () => {
  expect(explain(plan, data, results, 2).children[2]?.reason).toEqual({
    kind: 'rule',
    scoring: { by: 'rank' },
    reads: [{ id: 'r', value: 20, counted: 0.5, of: 1 }],
    basis: { n: 3, min: 10, max: 30, mean: 20, sd: 10, rank: 2 },
  })
})

test('what is missing has no value and no points, and the rest carries its weight', () => {
  const total = explain(plan, data, results, 3)
  expect(total.children.map(({ outcome, value, share, points }) => [outcome, value, share, points])).toEqual([
    ['scored', 0.6, 1, 300],
    ['unanswered', null, 0, null],
    ['unanswered', null, 0, null],
    ['notApplicable', null, 0, null],
  ])
  expect(total.children[3]?.reason).toEqual({ kind: 'notApplicable', why: 'category' })
  expect(total.points).toBe(300)
})

test('an error is explained where it is, and the total says that there is none', () => {
  const one = tabulate(rubric, [row('x', { q: 'yes', s: 'yes', n: 1, p: 1, r: 1 })])
  const total = explain(plan, one, evaluate(plan, one), 0)
  expect([total.outcome, total.value, total.points]).toEqual(['error', null, null])
  expect(total.children[2]?.reason).toMatchObject({ kind: 'error', code: 'zero-range' })
  expect(total.children[0]).toMatchObject({ outcome: 'scored', value: 1, points: null })
})
