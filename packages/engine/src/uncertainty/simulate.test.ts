import type { Combine, Scoring } from '@tumstock/rubric/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../score/evaluate.ts'
import { compile, withWeights } from '../score/plan.ts'
import { groupOf, indicatorsOf, leafOf, messageOf, rubricOf } from '../score/score.fixture.ts'
import { tabulate } from '../score/tabulate.ts'
import type { Assumption } from './assumptions.ts'
import { anyModel, modelFrom, treeOf, twoOf } from './model.fixture.ts'
import type { Model } from './model.ts'
import type { Points } from './runs.ts'
import { plainRuns, runWith, simulate } from './simulate.ts'
import { pointsOf } from './slices.ts'
import { variantOf } from './variant.ts'

type Run = { scores: number[]; ranks: number[] }

const simulated = (model: Model, points: Points, runs: number): Run[] => {
  const all: Run[] = []
  simulate(model, points, { from: 0, to: runs }, (run, scores, ranks) => {
    all[run] = { scores: [...scores], ranks: [...ranks] }
  })
  return all
}

const plain = (model: Model, points: Points, runs: number): Run[] => {
  const point = new Float64Array(model.factors)
  return Array.from({ length: runs }, (_, run) => {
    const all: Run[] = []
    points(run, point)
    const chosen = model.alternatives.map((count, factor) => Math.floor((point[factor] as number) * count))
    plainRuns(model, { program: model.programAt(chosen), runs: [run] }, points, (_run, scores, ranks) => {
      all.push({ scores: [...scores], ranks: [...ranks] })
    })
    return all[0] as Run
  })
}

const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void =>
  fc.assert(
    fc.property(arbitrary, value => void holds(value)),
    { numRuns: 50 },
  )

/** Equal but for the last digits, and missing where it is missing. */
const closeTo = (ours: ArrayLike<number>, theirs: ArrayLike<number>): void =>
  expect(
    Array.from(ours).every((x, i) => Object.is(x, theirs[i]) || Math.abs(x - (theirs[i] as number)) <= 1e-12),
  ).toBe(true)

describe('a run', () => {
  const noise: Assumption[] = [{ vary: 'weights', by: 0.5 }]

  test('without noise is the round as it is scored', () => {
    check(anyModel(noise), ({ round, model }) => {
      const { total } = evaluate(compile(round.rubric), tabulate(round.rubric, round.rows))
      const { scores, ranks } = runWith(model, { alternatives: [0] })
      closeTo(scores, total.values)
      expect([...ranks]).toEqual([...model.nominal.ranks])
      expect([...ranks].map(rank => rank > 0)).toEqual([...total.outcomes].map(outcome => outcome === 0))
    })
  })

  test('with other weights is the round as it would be scored with them', () => {
    const paths = ['criteria.a', 'criteria.b', 'criteria.c', 'criteria.d']
    // Without `needs`, which looks at weights: what is missing is decided once, at the rubric's own.
    const excluding: Assumption[] = [...noise, { vary: 'missing', among: ['exclude'] }]
    const drawn = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 })
    check(fc.tuple(anyModel(excluding), drawn), ([{ round, model }, numbers]) => {
      const plan = compile(variantOf(round.rubric, excluding, [0, 0]))
      const counts = paths.filter(path => (plan.weights[plan.indexByPath.get(path) ?? -1] ?? 0) > 0)
      const weights = Object.fromEntries(counts.map((path, i) => [path, numbers[i] as number]))
      const { total } = evaluate(withWeights(plan, weights), tabulate(round.rubric, round.rows))
      closeTo(runWith(model, { alternatives: [0, 0], weights }).scores, total.values)
    })
  })

  test('is the same on the kernel and in plain TypeScript', () => {
    const assumptions: Assumption[] = [{ vary: 'weights', by: 0.5 }, { vary: 'leaveOut' }]
    check(anyModel(assumptions), ({ model }) => {
      const [ours, theirs] = [simulated(model, pointsOf(5), 9), plain(model, pointsOf(5), 9)]
      expect(ours.map(run => run.ranks)).toEqual(theirs.map(run => run.ranks))
      for (const [i, run] of ours.entries()) closeTo(run.scores, theirs[i]?.scores as number[])
    })
  })

  test('of means is the same to the last bit, over more than one tile and with gaps', () => {
    const numbers = Array.from({ length: 301 }, (_, u) =>
      Array.from({ length: 6 }, (_, i) =>
        (u * 7 + i * 3) % 11 === 0 ? null : ((u * 37 + i * 101) % 997) / 997,
      ),
    )
    const model = modelFrom(treeOf(numbers, 'mean'), noise)
    expect(simulated(model, pointsOf(2), 21)).toEqual(plain(model, pointsOf(2), 21))
  })

  test('draws the marks of each entry again, the same on the kernel and in plain TypeScript', () => {
    const assumptions: Assumption[] = [{ vary: 'marks' }, { vary: 'weights', by: 0.2 }]
    const withPanel = anyModel([{ vary: 'weights', by: 0.2 }]).filter(({ model }) =>
      model.plan.nodes.some(node => node.kind === 'leaf' && node.scoring.by === 'panel'),
    )
    check(withPanel, ({ round }) => {
      const model = modelFrom(round, assumptions)
      const [ours, theirs] = [simulated(model, pointsOf(3), 6), plain(model, pointsOf(3), 6)]
      expect(ours.map(run => run.ranks)).toEqual(theirs.map(run => run.ranks))
      for (const [i, run] of ours.entries()) closeTo(run.scores, theirs[i]?.scores as number[])
    })
  })
})

describe('a point', () => {
  test('takes the alternative that its coordinate lies in', () => {
    const round = twoOf([
      [0.9, 0.1],
      [0.6, 0.6],
    ])
    const model = modelFrom(round, [{ vary: 'combine', among: ['mean', 'geometric', 'min'] }])
    const coordinates = [0, 0.333, 0.334, 0.666, 0.667, 1 - 2 ** -53]
    const runs = simulated(
      model,
      (run, point) => {
        point[0] = coordinates[run] as number
      },
      coordinates.length,
    )
    const first = runs.map(({ scores }) => (scores[0] as number).toFixed(12))
    const [mean, geometric, min] = ['0.500000000000', '0.300000000000', '0.100000000000']
    expect(first).toEqual([mean, mean, geometric, geometric, min, min])
  })

  test('leaves out each leaf in turn, and last none', () => {
    const model = modelFrom(twoOf([[1, 0]]), [{ vary: 'leaveOut' }])
    expect(model.alternatives).toEqual([3])
    const scores = [0, 1, 2].map(at => runWith(model, { alternatives: [at] }).scores[0])
    expect(scores).toEqual([0, 1, 0.5])
  })

  test('moves each weight by at most its share, all in the proportions of one draw', () => {
    const model = modelFrom(twoOf([[1, 0]]), [{ vary: 'weights', by: 0.2 }])
    const scores = simulated(model, pointsOf(11), 400).map(run => run.scores[0] as number)
    // 1.2 / (1.2 + 0.8) and 0.8 / (0.8 + 1.2) are the most and the least that weights of 0.8 to 1.2 can give.
    expect(Math.max(...scores)).toBeLessThanOrEqual(0.6)
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.4)
    expect(Math.max(...scores)).toBeGreaterThan(0.58)
    expect(Math.min(...scores)).toBeLessThan(0.42)
  })
})

describe('what cannot be scored', () => {
  const round = twoOf([
    [0.5, 0.5],
    [-0.5, 0.5],
  ])
  const open = { by: 'linear', from: 0, to: 1, open: true } as const
  const openRound = {
    ...round,
    rubric: {
      ...round.rubric,
      criteria: Object.fromEntries(
        Object.entries(round.rubric.criteria).map(([key, leaf]) => [key, { ...leaf, scoring: open }]),
      ),
    },
  } as typeof round

  test('is told before the first run, with what was assumed and whom it concerns', () => {
    const model = modelFrom(openRound, [{ vary: 'combine', among: ['mean', 'geometric'] }])
    let runs = 0
    const message = messageOf(() => simulate(model, pointsOf(1), { from: 0, to: 50 }, () => runs++))
    expect(runs).toBe(0)
    expect(message).toBe(
      'test@1 › criteria: "u1" has -0.5 in criteria.a. "geometric" needs 0 and above. Entries: u1. Assumed: combine (assumptions.0) "geometric".',
    )
  })

  test('leaving out all that counts is told as that', () => {
    const rubric = rubricOf({
      indicators: indicatorsOf('a'),
      criteria: { x: groupOf({ a: leafOf(['a'], { by: 'linear', from: 0, to: 1 }) }) },
    })
    const model = modelFrom({ rubric, rows: [{ id: 'u0', category: null, answers: { a: 1 } }] }, [
      { vary: 'leaveOut' },
    ])
    expect(messageOf(() => model.programAt([0]))).toBe(
      'test@1 › criteria.x: is all that counts, so nothing is left to score without it. Name in "of" of "leaveOut" what can be left out.',
    )
  })

  test('a path that leads nowhere, a step that is not there, a category that nobody has', () => {
    const says = (assumption: Assumption, category?: string) =>
      messageOf(() => modelFrom(round, [assumption], category))
    expect([
      says({ vary: 'weights', by: 0.1, of: ['criteria.z'] }),
      says({ vary: 'combine', among: ['min'], of: ['criteria.a'] }),
      says({ vary: 'step', at: 0, among: [null] }),
      says({ vary: 'marks' }),
      says({ vary: 'leaveOut' }, 'big'),
    ]).toEqual([
      'test@1 › assumptions.0: no criterion "criteria.z" to vary. Write a path as criteria.a.children.b.',
      'test@1 › assumptions.0: no group "criteria.a" to vary. Write a path as criteria.a.children.b.',
      'test@1 › assumptions.0: no step 0. The rubric has 0, counted from 0.',
      'test@1 › assumptions.0: no criterion has a panel, so there are no marks to draw again.',
      'test@1: no category "big" to rank within. Defined: none.',
    ])
  })
})

describe('a mean of values below 0', () => {
  const open = { by: 'linear', from: 0, to: 1, open: true } as const
  const roundOf = (low: number, combine: Combine = 'geometric') => ({
    rubric: rubricOf({
      indicators: indicatorsOf('a', 'b', 'c'),
      missing: 'exclude',
      combine,
      criteria: {
        x: groupOf({ a: leafOf(['a'], open), b: leafOf(['b'], open) }),
        c: leafOf(['c'], open),
      },
    }),
    rows: [{ id: 'u0', category: null, answers: { a: 1, b: low, c: 1 } }],
  })
  const assumptions: Assumption[] = [{ vary: 'weights', by: 0.2 }]

  test('is refused under a geometric mean where the weights that are drawn could bring it below 0', () => {
    // The least that 1·w and −0.7·v can come to for w and v from 0.8 to 1.2 is 0.8 − 0.84.
    const model = modelFrom(roundOf(-0.7), assumptions)
    expect(messageOf(() => model.programAt([0]))).toBe(
      'test@1 › criteria: criteria.x can fall below 0 under the weights that are drawn, and 0 and above is needed. Entries: u0. As the rubric has it.',
    )
  })

  test.each<Combine>([{ power: 9 }, { power: 0.01 }, { power: -2 }, 'harmonic', { benefitOfDoubt: [0, 1] }])(
    'is refused under %j as well',
    combine => {
      const model = modelFrom(roundOf(-0.7, combine), assumptions)
      expect(messageOf(() => model.programAt([0]))).toMatch('criteria.x can fall below 0')
    },
  )

  test('is scored where they cannot', () => {
    const model = modelFrom(roundOf(-0.65), assumptions)
    expect(simulated(model, pointsOf(1), 50).every(run => (run.scores[0] as number) >= 0)).toBe(true)
  })
})

describe('the edges of numbers', () => {
  const open = { by: 'linear', from: 0, to: 1, open: true } as const
  const ranksUnder = (
    combine: Combine,
    scoring: Scoring,
    numbers: readonly (readonly [number, number])[],
  ) => {
    const rubric = rubricOf({
      indicators: indicatorsOf('a', 'b'),
      combine,
      criteria: { a: leafOf(['a'], scoring), b: leafOf(['b'], scoring) },
    })
    const rows = numbers.map(([a, b], i) => ({ id: `u${i}`, category: null, answers: { a, b } }))
    const model = modelFrom({ rubric, rows }, [{ vary: 'weights', by: 0.1 }])
    const runs = simulated(model, pointsOf(0), 5)
    return { nominal: [...model.nominal.ranks], runs: runs.map(({ ranks }) => ranks) }
  }
  const asNominal = ({ nominal, runs }: ReturnType<typeof ranksUnder>) =>
    expect(runs).toEqual(runs.map(() => nominal))

  test.each<Combine>(['harmonic', { power: -1 }, { power: -3 }])('−0 is 0 under %j', combine => {
    // The lowest of a is 0 and of b −0: the other zero is −0 above it.
    asNominal(
      ranksUnder(combine, { by: 'minmax' }, [
        [0, -0],
        [-0, 0],
        [5, 3],
        [2, 1],
      ]),
    )
  })

  test('values whose powers no number holds are compared as they are', () => {
    const far = [
      [1e50, 1e50],
      [2e50, 3e50],
    ] as const
    asNominal(ranksUnder({ power: 8 }, open, far))
    asNominal(
      ranksUnder(
        { power: -8 },
        open,
        far.map(([a, b]) => [1 / a, 1 / b] as const),
      ),
    )
  })
})
