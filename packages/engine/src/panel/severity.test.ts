import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mark } from './marks.ts'
import { marksOf } from './panel.fixture.ts'
import { severity } from './severity.ts'

test('by hand: everybody marks everything, so severity is the distance to the mean', () => {
  const { adjusted, raw, refused } = severity(marksOf({ mild: [6, 8, 7], strict: [2, 4, 3] }), { least: 3 })
  expect(refused).toBe(null)
  expect(adjusted?.assessors).toEqual([
    { assessor: 'mild', severity: -2, se: 0 },
    { assessor: 'strict', severity: 2, se: 0 },
  ])
  expect(adjusted?.items.map(item => item.mark)).toEqual([4, 6, 5])
  expect(raw.items.map(item => item.mean)).toEqual([4, 6, 5])
  expect(raw.assessors).toEqual([
    { assessor: 'mild', marks: 3, mean: 7 },
    { assessor: 'strict', marks: 3, mean: 3 },
  ])
})

test('by hand: an incomplete design turns the order round', () => {
  // e0 is marked by the strict alone, e2 by the mild alone; on e1, which both mark, they differ by 4.
  const { raw, adjusted } = severity(marksOf({ mild: [null, 8, 7], strict: [5, 4, null] }), { least: 1 })
  expect(raw.items.map(item => item.mean)).toEqual([5, 6, 7])
  expect(adjusted?.items.map(item => item.mark)).toEqual([7, 6, 5])
  // Nothing is left to judge the error by.
  expect([adjusted?.degrees, adjusted?.residual, adjusted?.assessors[0]?.se]).toEqual([0, null, null])
})

test('by hand: the error of a severity', () => {
  // Residuals ±½ on both items: σ̂² = 1 / 1 degree; L⁺ = n/4 · [1 −1; −1 1] with n = 2 items gives L⁺ₐₐ = ¼ · 2/2.
  const { adjusted } = severity(marksOf({ a: [1, 4], b: [3, 4] }), { least: 2 })
  expect(adjusted?.assessors.map(({ severity }) => severity)).toEqual([0.5, -0.5])
  expect([adjusted?.degrees, adjusted?.residual]).toEqual([1, 1])
  expect(adjusted?.assessors[0]?.se).toBeCloseTo(0.5, 14)
})

test('criteria are things of their own: only marks of the same criterion are compared', () => {
  const marks: Mark[] = [
    { assessor: 'a', entry: 'x', criterion: 'plan', mark: 4 },
    { assessor: 'b', entry: 'x', criterion: 'effect', mark: 2 },
  ]
  expect(severity(marks, { least: 1 }).refused).toEqual({
    code: 'unlinked',
    groups: [['a'], ['b']],
    criteria: [],
  })
})

test('never adjusted under the least overlap, and the reason says who lacks it', () => {
  const apart = severity(marksOf({ a: [1, 2, null, null], b: [2, 2, null, null], c: [null, null, 3, 3] }), {
    least: 1,
  })
  expect([apart.adjusted, apart.refused]).toEqual([
    null,
    { code: 'unlinked', groups: [['a', 'b'], ['c']], criteria: [] },
  ])
  const thin = severity(marksOf({ a: [1, 2, 3], b: [2, 2, null], c: [null, 3, null] }), { least: 2 })
  expect([thin.adjusted, thin.refused]).toEqual([
    null,
    { code: 'too-little-overlap', least: 2, assessors: [{ assessor: 'c', entries: 1 }] },
  ])
  expect(thin.overlap).toEqual({
    groups: [['a', 'b', 'c']],
    shared: [
      { assessor: 'a', entries: 2 },
      { assessor: 'b', entries: 2 },
      { assessor: 'c', entries: 1 },
    ],
  })
  expect(severity(marksOf({ a: [1, 2] }), { least: 1 }).refused).toEqual({ code: 'one-assessor' })
})

test('marks and limits that are none are refused', () => {
  expect(() => severity(marksOf({ a: [1], b: [2] }), { least: 0 })).toThrow('a least overlap of 0 entries')
  expect(() => severity(marksOf({ a: [1e200] }), { least: 1 })).toThrow('a on e00: 1e+200 is no mark')
  expect(() => severity([], { least: 1 })).toThrow('no marks were given')
  expect(() => severity(marksOf({ a: [Number.NaN] }), { least: 1 })).toThrow('a on e00: NaN is no mark')
  expect(() => severity([...marksOf({ a: [1] }), ...marksOf({ a: [2] })], { least: 1 })).toThrow(
    'a on e00: marked twice',
  )
})

/** Marks have digits of their own, not all of a double's. */
const decimals = (min: number, max: number) =>
  fc.integer({ min: 1000 * min, max: 1000 * max }).map(thousandths => thousandths / 1000)

const panels = fc.array(
  fc.tuple(
    decimals(0, 10),
    fc.array(fc.option(decimals(-2, 2), { freq: 4 }), {
      minLength: 4,
      maxLength: 4,
    }),
  ),
  { minLength: 3, maxLength: 8 },
)
const marksIn = (panel: [number, (number | null)[]][]): Mark[] =>
  panel.flatMap(([quality, noise], i) =>
    noise.flatMap((off, a) =>
      off === null ? [] : [{ assessor: `a${a}`, entry: `e${i}`, mark: quality + off }],
    ),
  )

test('a constant added to one assessor moves severities and no order', () => {
  fc.assert(
    fc.property(panels, decimals(-5, 5), (panel, by) => {
      const marks = marksIn(panel)
      fc.pre(marks.length > 0)
      const before = severity(marks, { least: 1 }).adjusted
      fc.pre(before !== null)
      const after = severity(
        marks.map(mark => (mark.assessor === 'a0' ? { ...mark, mark: mark.mark + by } : mark)),
        { least: 1 },
      ).adjusted
      const n = before!.assessors.length
      const there = before!.assessors[0]?.assessor === 'a0'
      before!.assessors.forEach(({ severity: old }, a) => {
        const shift = there ? by / n - (a === 0 ? by : 0) : 0
        expect(after?.assessors[a]?.severity).toBeCloseTo(old + shift, 10)
      })
      before!.items.forEach(({ mark }, i) => {
        expect(after?.items[i]?.mark).toBeCloseTo(mark + (there ? by / n : 0), 10)
      })
    }),
  )
})

test('marks that are exactly item − severity give both back, whatever is missing', () => {
  fc.assert(
    fc.property(
      panels,
      fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 4 }),
      (panel, severities) => {
        const marks = marksIn(panel).map(mark => ({
          ...mark,
          mark:
            (panel[Number(mark.entry.slice(1))]?.[0] ?? 0) -
            (severities[Number(mark.assessor.slice(1))] ?? 0),
        }))
        fc.pre(marks.length > 0)
        const { adjusted } = severity(marks, { least: 1 })
        fc.pre(adjusted !== null)
        const own = adjusted!.assessors.map(({ assessor }) => severities[Number(assessor.slice(1))] ?? 0)
        const middle = own.reduce((sum, value) => sum + value, 0) / own.length
        own.forEach((value, a) => {
          expect(adjusted?.assessors[a]?.severity).toBeCloseTo(value - middle, 10)
        })
        expect(adjusted?.residual ?? 0).toBeCloseTo(0, 10)
      },
    ),
  )
})

test('the order of the marks changes nothing, to the last bit', () => {
  fc.assert(
    fc.property(
      panels.chain(panel =>
        fc.tuple(
          fc.constant(marksIn(panel)),
          fc.shuffledSubarray(marksIn(panel), { minLength: marksIn(panel).length }),
        ),
      ),
      ([marks, shuffled]) => {
        fc.pre(marks.length > 0)
        expect(severity(shuffled, { least: 1 })).toEqual(severity(marks, { least: 1 }))
      },
    ),
  )
})
