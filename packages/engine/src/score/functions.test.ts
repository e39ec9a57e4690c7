import type { Missing } from '@tumstock/rubric/contract'
import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { callFunctions, callsOf, type Functions } from './functions.ts'
import { compile } from './plan.ts'
import { OUTCOMES } from './results.ts'
import { asIs, groupOf, indicatorsOf, leafOf, messageOf, rubricOf } from './score.fixture.ts'
import { tabulate } from './tabulate.ts'

const rubricFor = (missing: Missing) =>
  rubricOf({
    missing: 'exclude',
    indicators: indicatorsOf('i', 'other'),
    questions: {
      parts: { type: 'multiple', text: 'Which?', options: { a: { text: 'A' }, b: { text: 'B' } } },
    },
    criteria: {
      f: leafOf(['i', 'parts'], { by: 'function', name: 'half' }, { missing }),
      g: groupOf({ plain: leafOf(['other'], asIs) }, { weight: 0 }),
    },
  })

const run = (missing: Missing, functions: Functions, entries: Record<string, number | string[] | null>[]) => {
  const rubric = rubricFor(missing)
  const plan = compile(rubric)
  const data = tabulate(
    rubric,
    entries.map((answers, e) => ({ id: `e${e}`, category: null, answers })),
  )
  const results = evaluate(plan, data, callFunctions(plan, data, functions))
  const node = results.nodes.get('criteria.f')
  return {
    outcomes: [...(node?.outcomes ?? [])].map((o, e) => (o === 0 ? node?.values[e] : OUTCOMES[o])),
    errors: results.errors.map(
      ({ entry, error }) => `${entry} ${error.code} ${error.fn ?? ''}: ${error.message}`,
    ),
    plain: [...(results.nodes.get('criteria.g')?.values ?? [])],
  }
}

test('a function gets what its criterion reads and nothing else, null where there is none', () => {
  const rubric = rubricFor('exclude')
  const rows = [
    { id: 'x', category: null, answers: { i: 3, other: 1, parts: ['b'] } },
    { id: 'y', category: null, answers: { other: 1 } },
    { id: 'z', category: null, answers: { i: 4, parts: '?' } },
  ]
  expect(callsOf(compile(rubric), tabulate(rubric, rows))).toEqual([
    {
      path: 'criteria.f',
      fn: 'half',
      entries: [0, 2],
      answers: [
        { i: 3, parts: ['b'] },
        { i: 4, parts: null },
      ],
    },
  ])
})

test.each<[Missing, (number | string)[]]>([
  ['exclude', [0.5, 0.25, 'unanswered', 'unanswered']],
  ['zero', [0.5, 0.25, 0, 0]],
  ['block', [0.5, 'unanswered', 'unanswered', 'unanswered']],
])('with missing %j', (missing, expected) => {
  const half = (answers: { i: number | null; parts: readonly string[] | null }) =>
    answers.i === 9 ? null : answers.parts === null ? 0.25 : 0.5
  expect(
    run(missing, { half }, [{ i: 1, parts: ['a'] }, { i: 1 }, {}, { i: 9, parts: [] }]).outcomes,
  ).toEqual(expected)
})

test('a throw fails that criterion of that entry alone and is named', () => {
  const half = ({ i }: { i: number | null }) => {
    if (i === 2) throw new Error('two is too many')
    return 0.5
  }
  expect(
    run('exclude', { half }, [
      { i: 1, other: 1 },
      { i: 2, other: 1 },
    ]),
  ).toEqual({
    outcomes: [0.5, 'error'],
    errors: ['1 function-threw half: test@1 › criteria.f: function "half" threw: two is too many.'],
    plain: [1, 1],
  })
})

test.each([1.01, -0.1, Number.NaN, Number.POSITIVE_INFINITY, undefined, '0.5', Promise.resolve(0.5)])(
  'a result of %s is refused',
  result => {
    const { outcomes, errors } = run('exclude', { half: () => result as number }, [{ i: 1 }])
    expect(outcomes).toEqual(['error'])
    expect(errors.map(line => line.split(':')[0])).toEqual(['0 function-bad-result half'])
  },
)

test('answers are frozen', () => {
  const half = (answers: { i: number; parts: string[] }) => {
    answers.parts.push('b')
    return 1
  }
  expect(run('exclude', { half }, [{ i: 1, parts: ['a'] }]).outcomes).toEqual(['error'])
})

test('a function that the rubric lacks, or that was not run, is named', () => {
  expect(run('exclude', {}, [{ i: 1 }]).errors).toEqual([
    '0 function-unknown half: test@1 › criteria.f: the rubric has no function "half".',
  ])
  const rubric = rubricFor('exclude')
  const act = () =>
    evaluate(compile(rubric), tabulate(rubric, [{ id: 'x', category: null, answers: { i: 1 } }]))
  expect(messageOf(act)).toBe(
    'test@1 › criteria.f: function "half" was not run. Call the rubric\'s functions first.',
  )
})
