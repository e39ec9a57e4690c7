import type { RubricData } from '@tumstock/rubric/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../score/data.ts'
import { evaluate } from '../score/evaluate.ts'
import { compile } from '../score/plan.ts'
import { anyRound } from '../score/round.fixture.ts'
import { groupOf, leafOf, rubricOf } from '../score/score.fixture.ts'
import { tabulate } from '../score/tabulate.ts'
import { effectsOf } from './effect.ts'
import { type Inflation, inflation } from './inflation.ts'
import { type AnswerLayers, LAYERS } from './layer.ts'
import { restsOn } from './rests-on.ts'

const choice = (text: string): RubricData['questions'][string] => ({
  text,
  type: 'choice',
  unknown: true,
  notApplicable: true,
  options: { yes: { text: 'Yes', points: 2 }, partly: { text: 'Partly', points: 1 }, no: { text: 'No' } },
})

/** A plan for half of 100 points; two channels for the other half, of which one counts nothing. */
const rubric = rubricOf({
  scale: { max: 100, unit: 'points', decimals: 0 },
  questions: { plan: choice('A plan?'), web: choice('Web?'), phone: choice('Phone?') },
  missing: 'exclude',
  criteria: {
    plan: leafOf(['plan'], { by: 'points' }, { title: 'Plan', missing: 'zero' }),
    channels: groupOf(
      {
        both: leafOf(['web', 'phone'], { by: 'points' }, { title: 'Both', missing: 'exclude' }),
        phone: leafOf(['phone'], { by: 'points' }, { weight: 0, missing: 'exclude' }),
      },
      { missing: 'exclude' },
    ),
  },
})

const rowOf = (id: string, answers: Row['answers']): Row => ({ id, category: null, answers })

const restOf = (answers: Row['answers'], layers: AnswerLayers[number]) => {
  const plan = compile(rubric)
  const data = tabulate(rubric, [rowOf('e', answers)])
  const rests = restsOn(plan, data, evaluate(plan, data), [layers])
  return Object.fromEntries([...rests].map(([path, [one]]) => [path, one]))
}

const on = (layer: (typeof LAYERS)[number], mixed = false) => ({ layer, mixed })

test('a criterion rests on the weakest layer of what it reads, and says when part is better founded', () => {
  expect(
    restOf({ plan: 'yes', web: 'no', phone: 'yes' }, { plan: 'visit', web: 'claim', phone: 'desk' }),
  ).toEqual({
    'criteria.plan': on('visit'),
    'criteria.channels.children.both': on('claim', true),
    'criteria.channels.children.phone': on('desk'),
    'criteria.channels': on('claim', true),
    criteria: on('claim', true),
  })
})

test('what counts nothing carries nothing: weight 0, an answer left out, a question without answer', () => {
  expect(
    restOf({ plan: 'n/a', web: 'yes', phone: '?' }, { plan: 'claim', web: 'desk', phone: 'claim' }),
  ).toEqual({
    'criteria.plan': null,
    'criteria.channels.children.both': on('desk'),
    'criteria.channels.children.phone': null,
    'criteria.channels': on('desk'),
    criteria: on('desk'),
  })
  expect(restOf({ web: 'yes' }, { web: 'claim' })['criteria.plan']).toBe(null)
})

test('a zero for want of proof rests on who looked for it', () => {
  expect(restOf({ plan: null }, { plan: 'desk' })['criteria.plan']).toEqual(on('desk'))
})

/** By criterion and by entry, of claims and of what was found instead. */
const inflationOf = (
  of: RubricData,
  claims: readonly Row[],
  found: readonly { answers: Row['answers']; layers: AnswerLayers[number] }[],
): Inflation => {
  const plan = compile(of)
  const after = tabulate(
    of,
    claims.map((row, e) => ({ ...row, answers: { ...row.answers, ...found[e]?.answers } })),
  )
  const results = evaluate(plan, after)
  const layers = found.map(one => one.layers)
  return inflation(of, {
    claims: evaluate(plan, tabulate(of, claims)),
    found: results,
    rests: restsOn(plan, after, results, layers),
  })
}

test('inflation is the mean of claimed less found where somebody looked, with n', () => {
  const { criteria, entries } = inflationOf(
    rubric,
    [
      rowOf('a', { plan: 'yes', web: 'yes', phone: 'no' }),
      rowOf('b', { plan: 'yes' }),
      rowOf('c', { plan: 'partly', web: 'yes' }),
    ],
    [
      // 1 claimed, 0.5 found: 25 of the 50 points; of web and phone only web was looked at.
      { answers: { plan: 'partly' }, layers: { plan: 'desk', web: 'desk', phone: 'claim' } },
      // Agreed.
      { answers: {}, layers: { plan: 'visit' } },
      // Nobody looked.
      { answers: {}, layers: { plan: 'claim', web: 'claim' } },
    ],
  )
  expect(criteria).toEqual([
    { path: 'criteria.plan', n: 2, partly: 0, mean: 0.25, points: 12.5 },
    { path: 'criteria.channels.children.both', n: 0, partly: 1, mean: null, points: null },
    { path: 'criteria.channels.children.phone', n: 0, partly: 0, mean: null, points: null },
  ])
  expect(entries).toEqual([
    { share: 0.5, claimed: 50, found: 25, outOf: 50, points: 25, value: 0.5 },
    { share: 1, claimed: 50, found: 50, outOf: 50, points: 0, value: 0 },
    { share: 0, claimed: null, found: null, outOf: null, points: null, value: null },
  ])
})

test('claims can be too modest, and one without a value is in no mean', () => {
  const { criteria, entries } = inflationOf(
    rubric,
    [rowOf('a', { plan: 'no', web: '?', phone: '?' })],
    [{ answers: { plan: 'yes', web: 'yes' }, layers: { plan: 'desk', web: 'desk' } }],
  )
  expect(criteria.map(one => [one.n, one.mean, one.points])).toEqual([
    [1, -1, -50],
    [0, null, null],
    [0, null, null],
  ])
  expect(entries).toEqual([{ share: 0.5, claimed: 0, found: 50, outOf: 50, points: -50, value: -1 }])
})

test('an effect is told in value and points of the criteria that read the question', () => {
  const plan = compile(rubric)
  const rows = [
    rowOf('before', { plan: 'yes', web: 'yes', phone: 'no' }),
    rowOf('after', { plan: 'yes', web: 'no', phone: 'no' }),
    rowOf('left out', { plan: 'yes', web: 'n/a', phone: 'n/a' }),
  ]
  const results = evaluate(plan, tabulate(rubric, rows))
  const both = { path: 'criteria.channels.children.both', title: 'Both', outOf: 50 }
  expect(effectsOf(rubric, results.nodes, { question: 'web', rows: [0, 1] })).toEqual([
    { ...both, before: 0.5, after: 0, points: -25 },
  ])
  expect(effectsOf(rubric, results.nodes, { question: 'web', rows: [0, 2] })).toEqual([
    { ...both, before: 0.5, after: null, points: null },
  ])
})

test('no effect is told where a rule compares with others', () => {
  const relative = rubricOf({
    questions: { n: { text: 'How many?', type: 'number' } },
    criteria: { n: leafOf(['n'], { by: 'minmax' }, { title: 'N' }) },
  })
  const rows = [rowOf('before', { n: 1 }), rowOf('after', { n: 3 })]
  const results = evaluate(compile(relative), tabulate(relative, rows))
  expect(effectsOf(relative, results.nodes, { question: 'n', rows: [0, 1] })).toEqual([
    { path: 'criteria.n', title: 'N', outOf: 1, before: null, after: null, points: null },
  ])
})

const anyLayers = anyRound.chain(round =>
  fc.tuple(
    fc.constant(round),
    fc.array(
      fc.record({
        c0: fc.constantFrom(...LAYERS),
        c1: fc.constantFrom(...LAYERS),
        m0: fc.constantFrom(...LAYERS),
      }),
      { minLength: round.rows.length, maxLength: round.rows.length },
    ),
    fc.array(fc.constantFrom('a', 'b', 'c'), {
      minLength: round.rows.length,
      maxLength: round.rows.length,
    }),
  ),
)

test('where nothing differs, inflation is exactly 0 wherever there is any', () => {
  fc.assert(
    fc.property(anyLayers, ([round, layers]) => {
      const { criteria, entries } = inflationOf(
        round.rubric,
        round.rows,
        layers.map(of => ({ answers: {}, layers: of })),
      )
      for (const one of criteria) expect([one.mean, one.points]).toEqual(one.n > 0 ? [0, 0] : [null, null])
      for (const one of entries) expect(one.points).toBe(one.outOf === null ? null : 0)
    }),
    { numRuns: 150 },
  )
})

test('the order of the entries changes nothing, to the last bit', () => {
  const shuffled = anyLayers.chain(given =>
    fc.tuple(
      fc.constant(given),
      fc.shuffledSubarray(
        given[0].rows.map((_, e) => e),
        { minLength: given[0].rows.length },
      ),
    ),
  )
  fc.assert(
    fc.property(shuffled, ([[{ rubric: of, rows }, layers, instead], order]) => {
      const found = rows.map((_, e) => ({
        answers: layers[e]?.c0 === 'claim' ? {} : { c0: instead[e] ?? null },
        layers: layers[e] ?? {},
      }))
      const whole = inflationOf(of, rows, found)
      const moved = inflationOf(
        of,
        order.map(e => rows[e] as Row),
        order.map(e => found[e] as (typeof found)[number]),
      )
      expect(moved.criteria).toEqual(whole.criteria)
      expect(moved.entries).toEqual(order.map(e => whole.entries[e]))
    }),
    { numRuns: 150 },
  )
})
