import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../score/evaluate.ts'
import { scoreLeaves } from '../score/leaves.ts'
import { compile, withWeights } from '../score/plan.ts'
import { anyRound } from '../score/round.fixture.ts'
import { asIs, groupOf, indicatorsOf, leafOf, messageOf, rubricOf } from '../score/score.fixture.ts'
import { tabulate } from '../score/tabulate.ts'
import { allocateBudget } from './budget-allocation.ts'
import { componentWeights } from './component-weights.ts'
import { optimiseWeights } from './optimise-weights.ts'
import { compareInPairs } from './pairwise-comparison.ts'
import { effectiveWeights, equalWeights, ownWeights } from './weight-set.ts'

/** a (1), b (3) and a group g (4) of c (1) and d (1). */
const rubric = rubricOf({
  indicators: indicatorsOf('a', 'b', 'c', 'd'),
  criteria: {
    a: leafOf(['a'], asIs, { weight: 1 }),
    b: leafOf(['b'], asIs, { weight: 3 }),
    g: groupOf({ c: leafOf(['c'], asIs), d: leafOf(['d'], asIs) }, { weight: 4, combine: 'mean' }),
  },
})
const plan = compile(rubric)
const rowsOf = (numbers: Record<string, number>[]) =>
  numbers.map((answers, e) => ({ id: `e${e}`, category: null, answers }))

describe('sets', () => {
  test('own, equal and effective weights', () => {
    expect(ownWeights(plan)).toEqual({
      'criteria.a': 1,
      'criteria.b': 3,
      'criteria.g': 4,
      'criteria.g.children.c': 1,
      'criteria.g.children.d': 1,
    })
    expect(Object.values(equalWeights(plan))).toEqual([1, 1, 1, 1, 1])
    expect(effectiveWeights(plan)).toEqual({
      'criteria.a': 0.125,
      'criteria.b': 0.375,
      'criteria.g': 0.5,
      'criteria.g.children.c': 0.25,
      'criteria.g.children.d': 0.25,
    })
  })

  test('a minimum weights all that count the same', () => {
    const shares = effectiveWeights(compile({ ...rubric, combine: 'min' }))
    expect(shares['criteria.a']).toBe(1 / 3)
    expect(shares['criteria.g.children.c']).toBe(1 / 6)
  })

  test('of any rubric: leaves share the whole, and its own set changes nothing', () => {
    fc.assert(
      fc.property(anyRound, ({ rubric: any }) => {
        const compiled = compile(any)
        const shares = effectiveWeights(compiled)
        const leaves = compiled.nodes.filter(({ kind }) => kind === 'leaf')
        expect(leaves.reduce((sum, { path }) => sum + shares[path]!, 0)).toBeCloseTo(1, 12)
        expect(withWeights(compiled, ownWeights(compiled)).weights).toEqual(compiled.weights)
      }),
      { numRuns: 40 },
    )
  })
})

describe('budget allocation', () => {
  const points = (c: number, d: number) => ({ 'criteria.g.children.c': c, 'criteria.g.children.d': d })

  test('the weight is the mean of what people gave; the spread says how far they agree', () => {
    const given = [
      { who: 'Ada', points: points(50, 50) },
      { who: 'Bo', points: points(70, 30) },
      { who: 'Cy', points: points(60, 40) },
    ]
    expect(allocateBudget(plan, 'criteria.g', given)).toEqual([
      { path: 'criteria.g.children.c', mean: 60, sd: 10, least: 50, most: 70 },
      { path: 'criteria.g.children.d', mean: 40, sd: 10, least: 30, most: 50 },
    ])
    expect(allocateBudget(plan, 'criteria.g', given.slice(0, 1))[0]?.sd).toBeNull()
    expect(allocateBudget(plan, 'criteria.g', given.slice(0, 2))[0]?.sd).toBeCloseTo(Math.sqrt(200), 12)
  })

  test.each([
    [points(50, 49), 'test@1 › criteria.g: Bo: 99 points in all. They have to sum to 100.'],
    [
      points(110, -10),
      'test@1 › criteria.g: Bo: -10 points for criteria.g.children.d. Allowed: 0 and above.',
    ],
    [
      { 'criteria.g.children.c': 100 },
      'test@1 › criteria.g: Bo: no points for criteria.g.children.d. Give 0 where there shall be none.',
    ],
    [
      { ...points(50, 50), 'criteria.a': 0 },
      'test@1 › criteria.g: Bo: no part criteria.a in this group. Defined: criteria.g.children.c, criteria.g.children.d.',
    ],
  ])('%j is refused', (wrong, message) => {
    const given = [
      { who: 'Ada', points: points(50, 50) },
      { who: 'Bo', points: wrong },
    ]
    expect(messageOf(() => allocateBudget(plan, 'criteria.g', given))).toBe(message)
  })

  test('everybody gives points once, and there are some to give', () => {
    const both = ['Ada', 'Ada'].map(who => ({ who, points: points(50, 50) }))
    expect(messageOf(() => allocateBudget(plan, 'criteria.g', both))).toBe(
      'test@1 › criteria.g: Ada: has given points twice. Allowed: one allocation each.',
    )
    const none = [{ who: 'Ada', points: points(0, 0) }]
    for (const budget of [0, -1, Number.NaN])
      expect(messageOf(() => allocateBudget(plan, 'criteria.g', none, budget))).toBe(
        `test@1 › criteria.g: ${budget} points to give in all. Allowed: numbers above 0.`,
      )
  })

  test('somebody has to give points, in a group that there is', () => {
    expect(messageOf(() => allocateBudget(plan, 'criteria.g', []))).toBe(
      'test@1 › criteria.g: nobody has given points. Give at least one allocation.',
    )
    expect(messageOf(() => allocateBudget(plan, 'criteria.a', []))).toBe(
      'test@1 › criteria.a: no such group to weight. Write it as criteria.a, the top as criteria.',
    )
  })
})

describe('comparison in pairs', () => {
  test('comparisons that agree give the weights that they were made from', () => {
    const { weights, lambdaMax, ratio, consistent } = compareInPairs(plan, 'criteria', [
      [1, 2, 6],
      [1 / 2, 1, 3],
      [1 / 6, 1 / 3, 1],
    ])
    expect(weights['criteria.a']).toBeCloseTo(0.6, 12)
    expect(weights['criteria.b']).toBeCloseTo(0.3, 12)
    expect(weights['criteria.g']).toBeCloseTo(0.1, 12)
    expect(lambdaMax).toBeCloseTo(3, 12)
    expect(ratio).toBeCloseTo(0, 12)
    expect(consistent).toBe(true)
  })

  test('three that do not quite: λmax = 1 + d + 1/d with d³ = a₁₃/(a₁₂a₂₃)', () => {
    const d = Math.cbrt(5 / 9)
    const { weights, lambdaMax, index, ratio, consistent } = compareInPairs(plan, 'criteria', [
      [1, 3, 5],
      [1 / 3, 1, 3],
      [1 / 5, 1 / 3, 1],
    ])
    expect(lambdaMax).toBeCloseTo(1 + d + 1 / d, 12)
    expect(index).toBeCloseTo((d + 1 / d - 2) / 2, 12)
    expect(ratio).toBeCloseTo((d + 1 / d - 2) / 2 / 0.58, 12)
    // of three, the eigenvector is the geometric means of the rows
    const means = [Math.cbrt(15), 1, Math.cbrt(1 / 15)]
    const all = means.reduce((sum, value) => sum + value)
    Object.values(weights).forEach((weight, i) => {
      expect(weight).toBeCloseTo(means[i]! / all, 12)
    })
    expect(consistent).toBe(true)
  })

  test('comparisons that go in a circle are pointed out', () => {
    const { weights, ratio, consistent } = compareInPairs(plan, 'criteria', [
      [1, 5, 1 / 5],
      [1 / 5, 1, 5],
      [5, 1 / 5, 1],
    ])
    expect([consistent, ratio > 0.1]).toEqual([false, true])
    expect(weights['criteria.a']).toBeCloseTo(1 / 3, 12)
  })

  test('two cannot contradict each other, of one there is nothing to weight', () => {
    const { weights, ratio } = compareInPairs(plan, 'criteria.g', [
      [1, 4],
      [0.25, 1],
    ])
    expect(weights['criteria.g.children.c']).toBeCloseTo(0.8, 12)
    expect(ratio).toBe(0)
    const single = compile(rubricOf({ indicators: indicatorsOf('a'), criteria: { a: leafOf(['a'], asIs) } }))
    expect(compareInPairs(single, 'criteria', [[1]])).toEqual({
      weights: { 'criteria.a': 1 },
      lambdaMax: 1,
      index: 0,
      ratio: 0,
      consistent: true,
    })
  })

  test.each([
    [
      [
        [1, 3],
        [0.33, 1],
      ],
      'criteria.g.children.c against criteria.g.children.d is 3 and back 0.33. One has to be 1 over the other.',
    ],
    [
      [
        [1, 0],
        [0, 1],
      ],
      'criteria.g.children.c against criteria.g.children.d is 0. Allowed: numbers above 0.',
    ],
    [
      [
        [2, 1],
        [1, 1],
      ],
      'criteria.g.children.c against criteria.g.children.c is 2. A part against itself is 1.',
    ],
    [
      [[1]],
      'the comparisons are not 2 × 2. Give one row and one column for each of criteria.g.children.c, criteria.g.children.d.',
    ],
  ])('%j is refused', (matrix, says) => {
    expect(messageOf(() => compareInPairs(plan, 'criteria.g', matrix))).toBe(`test@1 › criteria.g: ${says}`)
  })

  test('however many times more one part matters', () => {
    const three = compile(
      rubricOf({
        indicators: indicatorsOf('a', 'b', 'c'),
        criteria: { a: leafOf(['a'], asIs), b: leafOf(['b'], asIs), c: leafOf(['c'], asIs) },
      }),
    )
    const agreed = compareInPairs(three, 'criteria', [
      [1, 1e150, 1e300],
      [1e-150, 1, 1e150],
      [1e-300, 1e-150, 1],
    ])
    expect(agreed).toMatchObject({ lambdaMax: expect.closeTo(3, 12), consistent: true })
    expect(agreed.weights['criteria.c']! / 1e-300).toBeCloseTo(1, 12)
    // In a circle: each matters 1e100 times as much as the next. A circulant: λ = 1 + 1e100 + 1e-100.
    const circle = compareInPairs(three, 'criteria', [
      [1, 1e100, 1e-100],
      [1e-100, 1, 1e100],
      [1e100, 1e-100, 1],
    ])
    expect(circle.lambdaMax / 1e100).toBeCloseTo(1, 12)
    expect(circle.consistent).toBe(false)
    expect(Object.values(circle.weights)).toEqual(Array(3).fill(expect.closeTo(1 / 3, 12)))
  })

  test('any weights come back from their own ratios', () => {
    fc.assert(
      fc.property(fc.tuple(...[1, 2, 3].map(() => fc.double({ min: 0.1, max: 9, noNaN: true }))), given => {
        const { weights, consistent } = compareInPairs(
          plan,
          'criteria',
          given.map(a => given.map(b => a / b)),
        )
        const all = given.reduce((sum, weight) => sum + weight, 0)
        Object.values(weights).forEach((weight, i) => {
          expect(weight).toBeCloseTo(given[i]! / all, 9)
        })
        expect(consistent).toBe(true)
      }),
    )
  })
})

test('weights from the first component: squares of its loadings', () => {
  const numbers = [
    { a: 0, b: 0, c: 0.1, d: 0.9 },
    { a: 0.5, b: 1, c: 0.2, d: 0.8 },
    { a: 1, b: 0.5, c: 0.3, d: 0.7 },
  ]
  const results = evaluate(plan, tabulate(rubric, rowsOf(numbers)))
  const { weights, loadings, explained, n } = componentWeights(plan, results, 'criteria.g')
  // c and d are opposites: one component explains all, and each is half of it
  expect(Object.values(weights)).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)])
  expect(Object.values(loadings).reduce((sum, v) => sum + v, 0)).toBeCloseTo(0, 12)
  expect([explained, n]).toEqual([expect.closeTo(1, 12), 3])
})

describe('optimised weights', () => {
  /** a and b do not go together; a spreads four times as far as b. */
  const numbers = [
    { a: 0.1, b: 0.4 },
    { a: 0.1, b: 0.6 },
    { a: 0.9, b: 0.4 },
    { a: 0.9, b: 0.6 },
  ]
  const two = rubricOf({
    indicators: indicatorsOf('a', 'b'),
    criteria: { a: leafOf(['a'], asIs), b: leafOf(['b'], asIs) },
  })
  const given = () => {
    const compiled = compile(two)
    const data = tabulate(two, rowsOf(numbers))
    return [compiled, data, scoreLeaves(compiled, data)] as const
  }
  const paths = ['criteria.a', 'criteria.b']

  test('balance: what spreads less has to weigh more', () => {
    const { weights, correlations, converged } = optimiseWeights(...given(), {
      paths,
      aim: { by: 'balance' },
    })
    // r = w·s/√(Σw²s²), so that equal r needs w in proportion to 1/s; both sum to 2 as before
    expect(weights['criteria.a']).toBeCloseTo(0.4, 6)
    expect(weights['criteria.b']).toBeCloseTo(1.6, 6)
    expect(correlations['criteria.a']).toBeCloseTo(Math.SQRT1_2, 6)
    expect(converged).toBe(true)
  })

  test('balance with targets: a shall go with the total three times as much as b', () => {
    const aim = { by: 'balance' as const, targets: { 'criteria.a': 3, 'criteria.b': 1 } }
    const { weights, correlations } = optimiseWeights(...given(), { paths, aim })
    // w·s in proportion to 3 and 1
    expect(weights['criteria.a']! / weights['criteria.b']!).toBeCloseTo(3 / 4, 6)
    expect(correlations['criteria.a']! / correlations['criteria.b']!).toBeCloseTo(3, 6)
  })

  test('infomax: Σr is largest where both go with the total alike', () => {
    const { weights, reached } = optimiseWeights(...given(), { paths, aim: { by: 'infomax' } })
    expect(weights['criteria.a']! / weights['criteria.b']!).toBeCloseTo(1 / 4, 3)
    expect(reached).toBeCloseTo(Math.SQRT2, 7)
  })

  test('two entries go with anything', () => {
    const compiled = compile(two)
    const data = tabulate(two, rowsOf(numbers.slice(1, 3)))
    const act = () =>
      optimiseWeights(compiled, data, scoreLeaves(compiled, data), { paths, aim: { by: 'infomax' } })
    expect(messageOf(act)).toBe(
      'test@1 › criteria.a: 2 entries have it and the total. A correlation to weight by needs at least 3.',
    )
  })

  test('what cannot be correlated is named', () => {
    const same = rowsOf(numbers.map(({ a }) => ({ a, b: 0.5 })))
    const compiled = compile(two)
    const data = tabulate(two, same)
    const act = () =>
      optimiseWeights(compiled, data, scoreLeaves(compiled, data), { paths, aim: { by: 'infomax' } })
    expect(messageOf(act)).toBe(
      'test@1 › criteria.b: it has no correlation with the total. It needs weights above 0, and entries that differ in both.',
    )
  })

  test.each([
    [
      ['criteria.a'],
      { by: 'infomax' as const },
      '1 criteria cannot be weighted against each other. Give at least 2.',
    ],
    [
      ['criteria.a', 'criteria.b'],
      { by: 'balance' as const, targets: { 'criteria.a': 1 } },
      'NaN is no target. Give each criterion a number above 0.',
    ],
    [['criteria.a', 'criteria.a'], { by: 'infomax' as const }, 'it stands twice. Name each criterion once.'],
    [
      paths,
      { by: 'balance' as const, targets: { 'criteria.a': 1, 'criteria.b': 1, 'criteria.c': 1 } },
      'there is a target for it, but it is not among those to weight.',
    ],
    [
      ['criteria.a', 'criteria'],
      { by: 'infomax' as const },
      'no such criterion to weight. Write it as criteria.a.children.b.',
    ],
  ])('%j by %j is refused', (wrong, aim, says) => {
    const message = messageOf(() => optimiseWeights(...given(), { paths: wrong, aim }))
    expect(message.endsWith(`: ${says}`)).toBe(true)
  })
})
