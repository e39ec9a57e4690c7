import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uniform } from '../uncertainty/random.ts'
import type { Mark } from './marks.ts'
import { marksOf } from './panel.fixture.ts'
import { rasch } from './rasch.ts'

const yesNo = { scale: [0, 1], thresholds: 'shared', least: 1 } as const

test('two assessors, yes or no, by hand: twice the log of the discordant pairs', () => {
  // Andersen (1973), Conditional inference and models for measuring: the joint estimate for two is 2 ln(n₁₀/n₀₁). Here 6 entries
  // have yes from a alone, 2 from b alone, and 3 and 1 are extreme: yes, or no, from both.
  const columns = (pairs: [number, number, number][]) =>
    marksOf({
      a: pairs.flatMap(([a, , n]) => Array<number>(n).fill(a)),
      b: pairs.flatMap(([, b, n]) => Array<number>(n).fill(b)),
    })
  const { adjusted } = rasch(
    columns([
      [1, 0, 6],
      [0, 1, 2],
      [1, 1, 3],
      [0, 0, 1],
    ]),
    yesNo,
  )
  const [a, b] = adjusted!.assessors
  expect(b!.measure! - a!.measure!).toBeCloseTo(2 * Math.log(3), 8)
  expect(a!.measure! + b!.measure!).toBeCloseTo(0, 10)
  const { entries } = adjusted!
  // Half of two: in the middle of both. Extremes: 1.7 and 0.3 of two, expected from both together.
  expect(entries[0]?.measure).toBeCloseTo(0, 8)
  expect(entries.map(({ extreme }) => extreme)).toEqual([
    ...Array(8).fill(null),
    ...Array(3).fill('highest'),
    'lowest',
  ])
  const expected = (measure: number) =>
    [a!, b!].reduce((sum, { measure: severity }) => sum + 1 / (1 + Math.exp(severity! - measure)), 0)
  expect(expected(entries[8]!.measure!)).toBeCloseTo(1.7, 10)
  expect(expected(entries[11]!.measure!)).toBeCloseTo(0.3, 10)
  // On a scale of 0 and 1 the fair mark is the chance of 1 from an assessor of severity 0.
  expect(entries[0]?.fair).toBeCloseTo(0.5, 8)
})

/** Draws marks from the model itself. */
const simulated = (
  truth: { entries: number[]; assessors: number[]; criteria: number[]; thresholds: number[][] },
  { seed, keep }: { seed: number; keep: (entry: number, assessor: number) => boolean },
): Mark[] => {
  let drawn = 0
  return truth.entries.flatMap((entry, e) =>
    truth.assessors.flatMap((assessor, a) =>
      truth.criteria.flatMap((criterion, c): Mark[] => {
        const own = truth.thresholds[c % truth.thresholds.length] ?? []
        const weights = [1]
        for (const threshold of own)
          weights.push(weights[weights.length - 1]! * Math.exp(entry - assessor - criterion - threshold))
        let left = uniform(seed, 0, drawn++) * weights.reduce((sum, weight) => sum + weight, 0)
        const mark = weights.findIndex(weight => {
          left -= weight
          return left < 0
        })
        return keep(e, a) ? [{ assessor: `a${a}`, entry: `e${100 + e}`, criterion: `c${c}`, mark }] : []
      }),
    ),
  )
}

const truth = {
  entries: Array.from({ length: 160 }, (_, i) => -2 + i / 40),
  assessors: [-1, -0.5, 0, 0, 0.3, 1.2],
  criteria: [-0.6, -0.1, 0, 0.2, 0.5],
  thresholds: [[-1.5, -0.3, 0.4, 1.4]],
}
const request = { scale: [0, 1, 2, 3, 4], thresholds: 'shared', least: 3 } as const
/** Farthest from what is wanted, once the known spread L/(L−1) of joint estimates from L marks of each entry is taken out. */
const off = (estimated: readonly { measure: number | null }[], wanted: readonly number[], marks: number) =>
  Math.max(...estimated.map(({ measure }, i) => Math.abs(measure! * (1 - 1 / marks) - wanted[i]!)))

test('severities, difficulties and thresholds that marks were drawn from come back', () => {
  const { adjusted } = rasch(simulated(truth, { seed: 11, keep: () => true }), request)
  expect(off(adjusted!.assessors, truth.assessors, 30)).toBeLessThan(0.1)
  expect(off(adjusted!.criteria, truth.criteria, 30)).toBeLessThan(0.1)
  expect(off(adjusted!.thresholds, truth.thresholds[0]!, 30)).toBeLessThan(0.15)
  expect(adjusted!.convergence.largestStep).toBeLessThan(1e-9)
  // The marks follow the model, so that they vary as it expects; within two standard errors lie about 95 of 100.
  for (const { infit, outfit } of adjusted!.assessors) {
    expect(Math.abs(infit! - 1)).toBeLessThan(0.2)
    expect(Math.abs(outfit! - 1)).toBeLessThan(0.25)
  }
  const within = adjusted!.entries.filter(
    ({ measure, se }, i) => Math.abs(measure! - truth.entries[i]!) < 2 * se!,
  )
  expect(within.length).toBeGreaterThanOrEqual(144)
})

test('a rotating design, where each entry has some of six assessors, puts right what luck of the draw does', () => {
  const marks = simulated(truth, {
    seed: 5,
    keep: (e, a) => [0, 1, 3].some(step => a === (e * 5 + step) % 6),
  })
  const { adjusted, raw } = rasch(marks, request)
  expect(off(adjusted!.assessors, truth.assessors, 15)).toBeLessThan(0.2)
  const discordant = (values: readonly number[]) =>
    values.reduce((all, value, i) => all + values.slice(i + 1).filter(later => later < value).length, 0)
  // The truth ascends: fewer pairs stand the wrong way round than by the raw means.
  expect(discordant(adjusted!.entries.map(({ fair }) => fair!))).toBeLessThan(
    0.8 * discordant(raw.entries.map(({ mean }) => mean)),
  )
})

test('partial credit: thresholds of their own for each criterion', () => {
  const own = {
    ...truth,
    criteria: [-0.5, 0, 0.5],
    thresholds: [
      [-2, 0, 2],
      [-0.5, 0, 0.5],
      [0.4, 0, -0.4],
    ],
  }
  const { adjusted } = rasch(simulated(own, { seed: 2, keep: () => true }), {
    scale: [0, 1, 2, 3],
    thresholds: 'criterion',
    least: 3,
  })
  expect(off(adjusted!.criteria, own.criteria, 18)).toBeLessThan(0.1)
  expect(off(adjusted!.thresholds, own.thresholds.flat(), 18)).toBeLessThan(0.3)
  expect(adjusted!.thresholds.map(({ criterion, from, to }) => [criterion, from, to]).slice(0, 4)).toEqual([
    ['c0', 0, 1],
    ['c0', 1, 2],
    ['c0', 2, 3],
    ['c1', 0, 1],
  ])
})

test('what cannot be adjusted keeps its raw means and says why', () => {
  const apart = rasch(marksOf({ a: [1, 0, null, null], b: [0, 1, null, null], c: [null, null, 1, 0] }), yesNo)
  expect([apart.adjusted, apart.refused]).toEqual([
    null,
    { code: 'unlinked', groups: [['a', 'b'], ['c']], criteria: [] },
  ])
  expect(apart.raw.entries.map(({ id, marks, mean }) => [id, marks, mean])).toEqual([
    ['e00', 2, 0.5],
    ['e01', 2, 0.5],
    ['e02', 1, 1],
    ['e03', 1, 0],
  ])
  expect(rasch(marksOf({ a: [1, 1], b: [1, 1] }), yesNo).refused).toEqual({ code: 'no-variation' })
  expect(rasch(marksOf({ a: [1, 0, 1], b: [0, null, null] }), { ...yesNo, least: 2 }).refused).toEqual({
    code: 'too-little-overlap',
    least: 2,
    assessors: [
      { assessor: 'a', entries: 1 },
      { assessor: 'b', entries: 1 },
    ],
  })
  // Whoever differs from a always differs downwards: severity without end.
  expect(
    rasch(marksOf({ a: [2, 2, 1, 1], b: [1, 1, 0, 0] }), { ...yesNo, scale: [0, 1, 2] }).refused?.code,
  ).toBe('not-converged')
  expect(() => rasch(marksOf({ a: [1] }), { ...yesNo, scale: [1, 0] })).toThrow('the scale 1, 0. Needed')
  expect(() => rasch(marksOf({ a: [3] }), yesNo)).toThrow('a on e00: 3 is not on the scale. Allowed: 0, 1.')
})

test('assessors who each mark a criterion of their own share entries, but cannot be told from their criteria', () => {
  const marks = [0, 1, 2, 3].flatMap((e): Mark[] => [
    { assessor: 'a', entry: `e${e}`, criterion: 'plan', mark: e % 2 },
    { assessor: 'b', entry: `e${e}`, criterion: 'effect', mark: e > 1 ? 1 : 0 },
  ])
  expect(rasch(marks, yesNo).refused).toEqual({
    code: 'unlinked',
    groups: [['a'], ['b']],
    criteria: [['effect'], ['plan']],
  })
})

test('a criterion on which all give the same tells nothing, but counts in the fair mark', () => {
  const marks = simulated(truth, { seed: 4, keep: () => true }).map(mark =>
    mark.criterion === 'c0' ? { ...mark, mark: 3 } : mark,
  )
  const { adjusted } = rasch(marks, { ...request, thresholds: 'criterion' })
  const without = rasch(
    marks.filter(mark => mark.criterion !== 'c0'),
    { ...request, thresholds: 'criterion' },
  )
  expect(adjusted!.criteria[0]).toMatchObject({ id: 'c0', measure: null, extreme: 'same', fair: null })
  expect(adjusted!.entries.map(({ measure }) => measure)).toEqual(
    without.adjusted!.entries.map(({ measure }) => measure),
  )
  adjusted!.entries.forEach(({ fair }, i) => {
    expect(fair).toBeCloseTo((3 + 4 * without.adjusted!.entries[i]!.fair!) / 5, 10)
  })
})

test('a point that nobody gives is no level', () => {
  const marks = simulated(truth, { seed: 3, keep: () => true }).map(mark => ({
    ...mark,
    mark: mark.mark < 2 ? mark.mark : mark.mark + 3,
  }))
  const wide = rasch(marks, { ...request, scale: [0, 1, 2, 3, 4, 5, 6, 7] })
  expect(wide.adjusted!.thresholds.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 5],
    [5, 6],
    [6, 7],
  ])
})

const tables = fc.array(
  fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { freq: 6 }), { minLength: 12, maxLength: 12 }),
  {
    minLength: 2,
    maxLength: 4,
  },
)

test('every element is expected to score what it scores; order and names of the input do not matter', () => {
  fc.assert(
    fc.property(tables, table => {
      const marks = marksOf(Object.fromEntries(table.map((column, a) => [`a${a}`, column])))
      fc.pre(marks.length > 0)
      const four = { scale: [0, 1, 2, 3], thresholds: 'shared', least: 1 } as const
      const { adjusted, raw } = rasch(marks, four)
      fc.pre(adjusted !== null)
      expect(rasch(marks.toReversed(), four).adjusted).toEqual(adjusted)
      const measure = (list: readonly { id: string; measure: number | null }[], id: string) =>
        list.find(element => element.id === id)?.measure ?? Number.NaN
      const steps = adjusted!.thresholds
      const points = [steps[0]!.from, ...steps.map(({ to }) => to)]
      const chances = (mark: Mark) => {
        const eta = measure(adjusted!.entries, mark.entry) - measure(adjusted!.assessors, mark.assessor)
        const weights = [1]
        for (const step of steps) weights.push(weights[weights.length - 1]! * Math.exp(eta - step.measure))
        const all = weights.reduce((sum, weight) => sum + weight, 0)
        return weights.map(weight => weight / all)
      }
      const live = marks.filter(mark =>
        [...adjusted!.entries, ...adjusted!.assessors].every(
          ({ id, extreme }) => extreme === null || (id !== mark.entry && id !== mark.assessor),
        ),
      )
      // The maximum of an exponential family: what is counted is what is expected.
      const level = (mark: Mark) => points.indexOf(mark.mark)
      const expectedLevel = (mark: Mark) => chances(mark).reduce((sum, p, k) => sum + p * k, 0)
      const total = (own: readonly Mark[], of: (mark: Mark) => number) =>
        own.reduce((sum, mark) => sum + of(mark), 0)
      for (const key of ['entry', 'assessor'] as const)
        for (const own of Map.groupBy(live, mark => mark[key]).values())
          expect(total(own, expectedLevel)).toBeCloseTo(total(own, level), 6)
      points.forEach((point, k) => {
        const given = live.filter(({ mark }) => mark === point).length
        expect(total(live, mark => chances(mark)[k]!)).toBeCloseTo(given, 6)
      })
      for (const element of [...adjusted!.entries, ...adjusted!.assessors])
        for (const value of [element.measure, element.se, element.infit, element.outfit, element.fair])
          expect(value === null || Number.isFinite(value)).toBe(true)
      expect(raw.entries.length).toBe(adjusted!.entries.length)
    }),
    { numRuns: 60 },
  )
})
