import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { messageOf } from '../score/score.fixture.ts'
import type { Assumption } from '../uncertainty/assumptions.ts'
import { type Model, modelOf } from '../uncertainty/model.ts'
import { runWith } from '../uncertainty/simulate.ts'
import { farthest } from './function.fixture.ts'
import { changeOf } from './rank-change.ts'
import { sensitivity } from './sensitivity.ts'
import type { Shares } from './shares.ts'
import { type Numbers, subjectOf, threeTowns } from './subject.fixture.ts'

const meanOrGeometric: Assumption = { vary: 'combine', among: ['mean', 'geometric'] }

const shared = (shares: Shares | { outcome: 'notAlwaysRanked' } | undefined) => {
  if (shares?.outcome !== 'shared') throw new Error(`${shares?.outcome} instead of shares`)
  return shares
}

describe('three towns, of which two change places under the geometric mean', () => {
  const model = modelOf(threeTowns, [meanOrGeometric, { vary: 'missing', among: ['block', 'exclude'] }])
  const found = sensitivity(model, { n: 256, seed: 1, secondOrder: true, bootstrap: 50, perUnit: 'rank' })

  // In half of the runs (1 + 1 + 0)/3 = 2/3, in the others 0: mean 1/3, variance 1/9 · 512/511.
  test('the mean change of rank', () => {
    expect(shared(found.change).mean).toBeCloseTo(1 / 3, 12)
    expect(shared(found.change).variance).toBeCloseTo(((1 / 9) * 512) / 511, 12)
  })

  test('is all the doing of how parts are combined, since nothing is missing', () => {
    for (const shares of [found.change, found.units?.[0], found.units?.[1]]) {
      const { effects, pairs } = shared(shares)
      expect(effects[0]!.first).toBeCloseTo(1, 1)
      expect(effects[0]!.total).toBeCloseTo(1, 1)
      expect([effects[1]!.first, effects[1]!.total]).toEqual([0, 0])
      expect(effects[1]!.totalBetween).toEqual([0, 0])
      expect(pairs?.map(({ of }) => of)).toEqual([[0, 1]])
      expect(pairs![0]!.share).toBeCloseTo(0, 1)
    }
  })

  test('a unit that stays where it is has no indices', () => {
    expect(found.units?.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['peaked', 'shared'],
      ['even', 'shared'],
      ['last', 'nothingVaries'],
    ])
  })

  test('the number of runs: n·(2d + 2), without second order n·(d + 2)', () => {
    expect(found.runs).toBe(256 * 6)
    expect(sensitivity(model, { n: 256, seed: 1 }).runs).toBe(256 * 4)
  })
})

test('nothing that is assumed moves a rank', () => {
  const model = modelOf(threeTowns, [{ vary: 'missing', among: ['block', 'exclude'] }])
  const { change, units } = sensitivity(model, { n: 4, seed: 1, bootstrap: 9, perUnit: 'score' })
  expect(change).toEqual({ outcome: 'nothingVaries' })
  expect(units?.map(({ outcome }) => outcome)).toEqual(['nothingVaries', 'nothingVaries', 'nothingVaries'])
})

test('a unit that is not ranked in every run says so; the others have their indices', () => {
  const subject = subjectOf({ gap: { a: 1, b: null }, mid: { a: 0.5, b: 0.6 }, low: { a: 0.1, b: 0.2 } })
  const model = modelOf(subject, [{ vary: 'missing', among: ['block', 'exclude'] }])
  const { units, change } = sensitivity(model, { n: 16, seed: 1, perUnit: 'rank' })
  expect(units?.map(({ outcome }) => outcome)).toEqual(['notAlwaysRanked', 'shared', 'shared'])
  // Ranked nominally 0, 1, 2: where the gap is left out of the mean, the others are one place down.
  expect(shared(change).mean).toBeCloseTo(0.5, 12)
})

test('a run that ranks nobody has no change of ranks: 0 would say that nothing depends on it', () => {
  const subject = subjectOf({ left: { a: 1, b: null }, right: { a: null, b: 0.6 } }, { missing: 'exclude' })
  const refused = (assumptions: readonly Assumption[], of = subject) =>
    messageOf(() => sensitivity(modelOf(of, assumptions), { n: 16, seed: 1 }))
  expect(refused([{ vary: 'missing', among: ['exclude', 'block'] }, meanOrGeometric])).toBe(
    'test@1: with alternative 2 of assumption 1, 1 of assumption 2, no entry has a rank that has one as the rubric is. Leave one of them out.',
  )
  const nobody = subjectOf({ left: { a: 1, b: null }, right: { a: null, b: 0.6 } })
  expect(refused([meanOrGeometric], nobody)).toBe(
    'test@1: no entry has a rank as the rubric is, so none can change. Analyse entries that are ranked.',
  )
})

test('a unit that has no score nominally but one in every run has indices', () => {
  const subject = subjectOf({ gap: { a: 1, b: null, c: 0.2 }, even: { a: 0.5, b: 0.6, c: 0.5 } })
  const model = modelOf(subject, [{ vary: 'missing', among: ['exclude'], of: ['criteria'] }, meanOrGeometric])
  const { units } = sensitivity(model, { n: 256, seed: 1, perUnit: 'score' })
  expect(model.nominal.scores[0]).toBe(Number.NaN)
  expect(shared(units?.[0]).effects[0]).toEqual({ first: 0, total: 0 })
  expect(shared(units?.[0]).effects[1]?.total).toBeCloseTo(1, 1)
})

/** Exact indices of two factors with alternatives: means over all combinations, each equally likely. */
const exactly = (model: Model, output: (ranked: ReturnType<typeof runWith>) => number) => {
  const [rows, columns] = model.alternatives as readonly [number, number]
  const y = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => output(runWith(model, { alternatives: [i, j] }))),
  )
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = (values: readonly number[]) => mean(values.map(value => (value - mean(values)) ** 2))
  const v = spread(y.flat())
  const own = spread(y.map(mean)) / v
  const other = spread(y[0]!.map((_, j) => mean(y.map(row => row[j]!)))) / v
  return { first: [own, other], total: [1 - other, 1 - own], second: 1 - own - other }
}

describe('two assumptions that act on each other, beside the exact indices of their nine combinations', () => {
  // A gap is filled with 0 or left out, and how it counts depends on how the parts are combined.
  const subject = subjectOf(
    {
      a: { x: 0.9, y: 0.2, z: null },
      b: { x: 0.5, y: 0.5, z: 0.5 },
      c: { x: 0.7, y: 0.4, z: 0.3 },
      d: { x: null, y: 0.8, z: 0.35 },
      e: { x: 0.3, y: 0.6, z: 0.55 },
      f: { x: 0.45, y: null, z: 0.5 },
    },
    { missing: 'exclude' },
  )
  const model = modelOf(subject, [
    { vary: 'combine', among: ['mean', 'geometric', 'harmonic'] },
    { vary: 'missing', among: ['zero', 'exclude', { needs: 0.5 }], of: ['criteria'] },
  ])
  const found = sensitivity(model, { n: 4096, seed: 2, secondOrder: true, perUnit: 'rank' })

  test.each([
    ['all ranks', found.change, (run: { ranks: Int32Array }) => changeOf(model.nominal.ranks, run.ranks)],
    ['the rank of d', found.units?.[3], (run: { ranks: Int32Array }) => run.ranks[3]!],
  ] as const)('%s', (_, shares, output) => {
    const exact = exactly(model, output)
    const { effects, pairs } = shared(shares)
    expect(
      farthest(
        effects.map(({ first }) => first),
        exact.first,
      ),
    ).toBeLessThan(0.02)
    expect(
      farthest(
        effects.map(({ total }) => total),
        exact.total,
      ),
    ).toBeLessThan(0.02)
    expect(Math.abs(pairs![0]!.share - exact.second)).toBeLessThan(0.01)
    expect(exact.second).toBeGreaterThan(0.02)
  })

  test("a unit's score too", () => {
    const { units } = sensitivity(model, { n: 4096, seed: 2, perUnit: 'score' })
    const exact = exactly(model, ({ scores }) => scores[3]!)
    expect(
      farthest(
        shared(units?.[3]).effects.map(({ first }) => first),
        exact.first,
      ),
    ).toBeLessThan(0.02)
  })
})

const cell = fc.integer({ min: 1, max: 20 }).map(value => value / 20)
const entry: fc.Arbitrary<Numbers> = fc.record({ a: cell, b: cell, c: cell })
const noisy: Assumption[] = [{ vary: 'weights', by: 0.5 }, meanOrGeometric]

test('the order in which entries are given changes nothing', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 2, maxLength: 6 }), fc.nat(), (numbers, seed) => {
      const named = numbers.map((own, i): [string, Numbers] => [`town-${i}`, own])
      const of = (entries: readonly [string, Numbers][]) => {
        const model = modelOf(subjectOf(Object.fromEntries(entries)), noisy)
        const found = sensitivity(model, { n: 8, seed, bootstrap: 3, perUnit: 'rank' })
        return { ...found, units: found.units?.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
      }
      expect(of(named.toReversed())).toEqual(of(named))
    }),
    { numRuns: 30 },
  )
})

test('progress goes from a part to the whole', () => {
  const told: number[] = []
  sensitivity(modelOf(threeTowns, noisy), { n: 512, seed: 1 }, share => told.push(share))
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.length).toBeGreaterThan(2)
  expect(told.at(-1)).toBe(1)
})

test('what cannot be asked', () => {
  const model = modelOf(threeTowns, [meanOrGeometric])
  const says = (request: Partial<Parameters<typeof sensitivity>[1]>) =>
    messageOf(() => sensitivity(model, { n: 8, seed: 1, ...request }))
  expect(says({ n: 1 })).toBe('test@1: a sensitivity design of 1 rows. It takes a whole number from 2.')
  expect(says({ seed: -1 })).toBe('test@1: -1 is no seed. It takes a whole number from 0 to 2^53 − 1.')
  expect(says({ bootstrap: 1.5 })).toBe('test@1: 1.5 resamples. It takes a whole number, 0 for none.')
  const ids = Array.from({ length: 33 }, (_, i) => `n${i}`)
  const many = modelOf(
    subjectOf({ one: Object.fromEntries(ids.map(id => [id, 1])) }),
    ids.map(id => ({ vary: 'weights', by: 0.1, of: [`criteria.${id}`] })),
  )
  expect(messageOf(() => sensitivity(many, { n: 8, seed: 1 }))).toBe(
    'test@1: sensitivity to 33 assumptions at once. At most 32 can be told apart.',
  )
})
