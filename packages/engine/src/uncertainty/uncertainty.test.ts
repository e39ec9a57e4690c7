import type { RubricData } from '@tumstock/rubric/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asIs, groupOf, leafOf } from '../score/score.fixture.ts'
import type { Assumption } from './assumptions.ts'
import { anyModel, modelFrom, treeOf, twoOf } from './model.fixture.ts'
import { simulate } from './simulate.ts'
import { pointsOf } from './slices.ts'
import { merge, type Tally } from './tally.ts'
import { tallyRuns, type Uncertainty, uncertainty, uncertaintyFrom } from './uncertainty.ts'

const noise: Assumption[] = [{ vary: 'weights', by: 0.3 }]
const numbers = Array.from({ length: 40 }, (_, u) =>
  Array.from({ length: 6 }, (_, i) => ((u * 5 + i) % 17 === 0 ? null : ((u * 41 + i * 97) % 211) / 211)),
)
const round = treeOf(numbers, 'mean')
const byId = ({ units }: Uncertainty) => Object.fromEntries(units.map(unit => [unit.id, unit]))

describe('the result', () => {
  test('is that of the alternatives counted by hand', () => {
    // a: u0, u2, u1 · b: u1, u2, u0 · both: u0 and u1 0.5, u2 0.45
    const model = modelFrom(
      twoOf([
        [0.9, 0.1],
        [0.1, 0.9],
        [0.5, 0.4],
      ]),
      [{ vary: 'leaveOut' }],
    )
    const request = { runs: 3, seed: 1, nominees: 2, pairs: true }
    const counter = tallyRuns(model, request, { from: 0, to: 0 })
    expect(counter.runs).toBe(0)
    expect([...model.nominal.ranks]).toEqual([1, 1, 3])
    const all = uncertainty(model, { ...request, runs: 3000 })
    const share = (id: string) => byId(all)[id]
    // Each of three alternatives in a third of the runs: five standard errors.
    const third = 5 * Math.sqrt(2 / 9 / 3000)
    expect(Math.abs((share('u0')?.first ?? 0) - 2 / 3)).toBeLessThan(third)
    expect(Math.abs((share('u1')?.first ?? 0) - 2 / 3)).toBeLessThan(third)
    expect([share('u2')?.first, share('u2')?.low, share('u2')?.median, share('u2')?.high]).toEqual([
      0, 2, 2, 3,
    ])
    expect(Math.abs((share('u2')?.nominee ?? 0) - 2 / 3)).toBeLessThan(third)
    // u0 and u1 each lead in one of three, and tie in the third; nobody is ever surely before another.
    expect(all.groups).toEqual([['u0', 'u1', 'u2']])
  })

  test('is the same however the runs are split', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 4 }), cuts => {
        const request = { runs: 120, seed: 9, nominees: 3, pairs: true }
        const model = modelFrom(round, noise)
        const ends = [0, ...cuts.sort((a, b) => a - b), 120]
        const parts = ends.slice(1).map((to, i) => tallyRuns(model, request, { from: ends[i] as number, to }))
        const whole = uncertaintyFrom(model, request, merge(parts as [Tally, ...Tally[]]))
        expect(whole).toEqual(uncertainty(model, request))
      }),
      { numRuns: 20 },
    )
  })

  test('is the same in whatever order the entries stand', () => {
    const assumptions: Assumption[] = [{ vary: 'weights', by: 0.5 }]
    const shuffled = anyModel(assumptions).chain(({ round: made }) =>
      fc.tuple(fc.constant(made), fc.shuffledSubarray(made.rows, { minLength: made.rows.length })),
    )
    const request = { runs: 12, seed: 4, pairs: true }
    fc.assert(
      fc.property(shuffled, ([made, rows]) => {
        const one = uncertainty(modelFrom(made, assumptions), request)
        const other = uncertainty(modelFrom({ ...made, rows }, assumptions), request)
        expect(byId(other)).toEqual(byId(one))
        expect(other.groups?.map(group => group.toSorted())).toEqual(
          one.groups?.map(group => group.toSorted()),
        )
      }),
      { numRuns: 30 },
    )
  })

  test('is the nominal ranking where hardly anything moves', () => {
    const model = modelFrom(round, [{ vary: 'weights', by: 1e-13 }])
    for (const unit of uncertainty(model, { runs: 20, seed: 3 }).units)
      expect([unit.low, unit.median, unit.high]).toEqual([unit.rank, unit.rank, unit.rank])
  })

  test('settles as runs are added: two halves differ less the longer they are', () => {
    const model = modelFrom(round, noise)
    const apart = (runs: number) => {
      const [one, other] = [1, 2].map(seed => uncertainty(model, { runs, seed }).units)
      const gaps = (one ?? []).map((unit, i) => Math.abs((unit.mean ?? 0) - (other?.[i]?.mean ?? 0)))
      return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    }
    expect(apart(6400)).toBeLessThan(apart(100) / 4)
  })

  test('counts the ranks of a category among its own entries', () => {
    const categories = { small: { title: 'Small', kind: 'municipality' as const } }
    const rows = round.rows.map((row, i) => ({ ...row, category: i % 2 === 0 ? 'small' : null }))
    const model = modelFrom({ rubric: { ...round.rubric, categories }, rows }, noise, 'small')
    const { units } = uncertainty(model, { runs: 50, seed: 1 })
    expect(units.map(unit => unit.id)).toEqual(rows.filter(row => row.category).map(row => row.id))
    expect(units.map(unit => unit.rank).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
      units.map((_, i) => i + 1),
    )
  })

  test('of a category is not in the way of a comparison that counts for nothing', () => {
    const categories = { small: { title: 'Small', kind: 'municipality' as const } }
    const rows = round.rows.map((row, i) => ({ ...row, category: i % 2 === 0 ? 'small' : null }))
    const compared = groupOf({ a: leafOf(['a'], asIs) }, { combine: 'copeland', weight: 0 })
    const criteria = { ...round.rubric.criteria, compared }
    const some: Assumption[] = [{ vary: 'weights', by: 0.3, of: ['criteria.x', 'criteria.y'] }]
    const of = (rubric: RubricData) =>
      uncertainty(modelFrom({ rubric, rows }, some, 'small'), { runs: 20, seed: 1 }).units
    expect(of({ ...round.rubric, categories, criteria })).toEqual(of({ ...round.rubric, categories }))
  })

  test('has nothing to say of a unit that is never ranked', () => {
    const model = modelFrom(
      twoOf([
        [0.5, 0.5],
        [null, null],
      ]),
      noise,
    )
    const [, unit] = uncertainty(model, { runs: 10, seed: 1, nominees: 1 }).units
    const none = { rank: null, score: null, mean: null, median: null, low: null, high: null }
    expect(unit).toEqual({ id: 'u1', ...none, ranked: 0, first: null, nominee: null })
  })

  test('compares every pair in every run', () => {
    const model = modelFrom(round, noise)
    const request = { runs: 150, seed: 8 }
    const units = round.rows.length
    const before = new Uint32Array(units * units)
    simulate(model, pointsOf(8), { from: 0, to: 150 }, (_run, _scores, ranks) => {
      for (let i = 0; i < units; i++)
        for (let j = 0; j < units; j++)
          if ((ranks[i] as number) < (ranks[j] as number)) before[i * units + j]!++
    })
    expect(uncertainty(model, { ...request, pairs: true }).before).toEqual(before)
  })
})
