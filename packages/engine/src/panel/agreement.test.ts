import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concordance } from './concordance.ts'
import { icc } from './icc.ts'
import { krippendorff, krippendorffInterval, type Measurement } from './krippendorff.ts'
import { marksOf } from './panel.fixture.ts'

// Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, example E: four observers, twelve units.
const observers = marksOf({
  a: [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  b: [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  c: [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  d: [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
})

test.each([
  ['nominal', 0.743],
  ['ordinal', 0.815],
  ['interval', 0.849],
  ['ratio', 0.797],
] as const)("Krippendorff's own example: %s", (measurement, printed) => {
  const { alpha, items, marks } = krippendorff(observers, measurement)
  expect(alpha).toBeCloseTo(printed, 3)
  // The twelfth unit has one observer only.
  expect([items, marks]).toEqual([11, 40])
})

test('the interval holds α, repeats itself, and moves with the seed', () => {
  const run = (seed: number) => krippendorffInterval(observers, 'interval', { seed, draws: 2000 })
  const { alpha, low, high, undefinedDraws } = run(1)
  expect(run(1)).toEqual(run(1))
  expect([low, high]).not.toEqual([run(2).low, run(2).high])
  expect(low! < alpha! && alpha! < high!).toBe(true)
  expect(high).toBeLessThanOrEqual(1)
  expect(undefinedDraws).toBe(0)
})

test('what has no agreement to measure is null, what cannot be measured is refused', () => {
  expect(krippendorff(marksOf({ a: [2, 2], b: [2, 2] }), 'interval').alpha).toBe(null)
  expect(() => krippendorff(marksOf({ a: [1, null], b: [null, 2] }), 'interval')).toThrow(
    'no item was marked by two',
  )
  expect(() => krippendorff(marksOf({ a: [-1, 1], b: [1, 1] }), 'ratio')).toThrow('a on e00: -1 has no ratio')
})

test('marks that differ by rounding alone are the same mark', () => {
  const rounded = marksOf({ a: [0.3, 0.3, 1], b: [0.1 + 0.2, 0.3, 1] })
  for (const measurement of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
    expect(krippendorff(rounded, measurement).alpha).toBe(1)
  expect(krippendorff(marksOf({ a: [0.3, 0.3], b: [0.1 + 0.2, 0.3] }), 'interval').alpha).toBe(null)
})

test('draws are whole, their seed too', () => {
  for (const draws of [0, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => krippendorffInterval(observers, 'interval', { seed: 1, draws })).toThrow(
      `${draws} draws. Needed: a whole number from 1.`,
    )
  for (const seed of [-1, 0.5, Number.NaN, 2 ** 53])
    expect(() => krippendorffInterval(observers, 'interval', { seed, draws: 9 })).toThrow(
      `${seed} is no seed. Allowed: whole numbers from 0 to 2^53 − 1.`,
    )
})

test('marks whose squares would be no numbers are refused', () => {
  for (const mark of [1e-101, -1e-300, 1e101, Number.NaN])
    expect(() => icc(marksOf({ a: [1, mark], b: [1, 2] }))).toThrow(`a on e01: ${mark} is no mark.`)
  expect(
    icc(marksOf({ a: [0, 1e-100, 4e-100], b: [0, 1e-100, 3e-100] })).forms?.single[2]?.value,
  ).toBeCloseTo(icc(marksOf({ a: [0, 1, 4], b: [0, 1, 3] })).forms?.single[2]?.value ?? 9, 12)
})

test('as many marks as an award gets', () => {
  const many = marksOf(
    Object.fromEntries(
      Array.from({ length: 13 }, (_, a) => [`a${a}`, Array.from({ length: 10_000 }, (_, i) => i % 7)]),
    ),
  )
  expect(icc(many).forms?.single[1]?.value).toBe(1)
})

// Shrout & Fleiss (1979), table 2: six subjects, four judges. Intervals as printed by psych::ICC in R for the same data.
const judges = marksOf({
  a: [9, 6, 8, 7, 10, 6],
  b: [2, 1, 4, 1, 5, 2],
  c: [5, 3, 6, 2, 6, 4],
  d: [8, 2, 8, 6, 9, 7],
})

test("Shrout and Fleiss's six subjects and four judges", () => {
  const { forms, items, assessors } = icc(judges)
  expect([items, assessors]).toEqual([6, 4])
  const rounded = (form: { value: number | null; low: number | null; high: number | null }) =>
    [form.value, form.low, form.high].map(value => Number(value?.toFixed(2)))
  expect(forms?.single.map(rounded)).toEqual([
    [0.17, -0.13, 0.72],
    [0.29, 0.02, 0.76],
    [0.71, 0.34, 0.95],
  ])
  expect(forms?.average.map(rounded)).toEqual([
    [0.44, -0.88, 0.91],
    [0.62, 0.07, 0.93],
    [0.91, 0.68, 0.99],
  ])
  expect(forms?.single[0]?.f).toBeCloseTo(1.79, 2)
  expect(forms?.single[0]?.p).toBeCloseTo(0.16477, 5)
  expect(forms?.single[2]?.f).toBeCloseTo(11.03, 2)
  expect(forms?.single[2]?.p).toBeCloseTo(0.00013, 5)
})

test('an item with a gap is left out and named', () => {
  const gap = marksOf({
    a: [9, 6, 8, 7, 10, 6, 3],
    b: [2, 1, 4, 1, 5, 2, null],
    c: [5, 3, 6, 2, 6, 4, 3],
    d: [8, 2, 8, 6, 9, 7, 1],
  })
  expect(icc(gap)).toEqual({ ...icc(judges), left: [{ entry: 'e06', criterion: null }] })
  expect(concordance(gap).left).toEqual([{ entry: 'e06', criterion: null }])
})

test('perfect agreement, a constant shift, and no spread', () => {
  const same = icc(marksOf({ a: [1, 2, 4], b: [1, 2, 4] })).forms
  expect([...same!.single, ...same!.average].map(form => [form.value, form.low, form.high, form.p])).toEqual(
    Array(6).fill([1, 1, 1, 0]),
  )
  // What rounding leaves of a mean square is taken for none: each mark of b is 0.1 more, but for the last bit.
  const tenths = icc(marksOf({ a: [0.7, 0.2, 0.3], b: [0.8, 0.3, 0.4] })).forms
  expect([tenths?.single[2]?.value, tenths?.single[2]?.f]).toEqual([1, null])
  const shifted = icc(marksOf({ a: [1, 2, 4], b: [2, 3, 5] })).forms
  expect(shifted?.single[2]?.value).toBe(1)
  expect(shifted?.single[1]?.value).toBeLessThan(1)
  expect(icc(marksOf({ a: [1, 1], b: [2, 2] })).forms).toBe(null)
  expect(() => icc(marksOf({ a: [1, 2] }))).toThrow('1 assessors, and 2 items')
})

test("Siegel's executives: three orders of six applicants", () => {
  // Siegel (1956), Nonparametric Statistics for the Behavioral Sciences, p. 230: s = 25.5, W = .16.
  const { w, uncorrected, p } = concordance(
    marksOf({ x: [1, 6, 3, 2, 5, 4], y: [1, 5, 6, 4, 2, 3], z: [6, 3, 2, 5, 4, 1] }),
  )
  expect(w).toBeCloseTo((12 * 25.5) / (9 * (216 - 6)), 14)
  expect(uncorrected).toBe(w)
  // As below, with 5 − 2/3 degrees of freedom.
  expect(p).toBeCloseTo(0.8253693093, 10)
})

test("Siegel's example with ties: three orders of ten", () => {
  // The same, p. 234: s = 591, ΣT = 1 + 1.5 + 7, W = 591 / (742.5 − 28.5) = .828.
  const { w, uncorrected, chiSquare, p } = concordance(
    marksOf({
      x: [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
      y: [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
      z: [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
    }),
  )
  expect(w).toBeCloseTo(591 / 714, 14)
  expect(uncorrected).toBeCloseTo(591 / 742.5, 14)
  expect(chiSquare).toBeCloseTo((27 * 591) / 714, 12)
  // F = 2W/(1 − W) with 9 − 2/3 and twice as many degrees of freedom: the incomplete beta function to 25 digits (mpmath).
  expect(p).toBeCloseTo(0.0000566505782718, 14)
})

test('the same order is W = 1; nothing but ties has none', () => {
  expect(concordance(marksOf({ a: [1, 2, 3], b: [10, 20, 90] }))).toMatchObject({ w: 1, p: 0 })
  expect(concordance(marksOf({ a: [1, 1, 1], b: [2, 2, 2] }))).toMatchObject({ w: null, p: null })
})

const panels = fc
  .array(fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 6, maxLength: 6 }), {
    minLength: 2,
    maxLength: 5,
  })
  .map(columns => Object.fromEntries(columns.map((column, a) => [`a${a}`, column])))
const measurements = fc.constantFrom<Measurement[]>('nominal', 'ordinal', 'interval', 'ratio')
const paired = (panel: Record<string, (number | null)[]>) =>
  [0, 1, 2, 3, 4, 5]
    .map(i =>
      Object.values(panel)
        .map(column => column[i] ?? null)
        .filter(mark => mark !== null),
    )
    .filter(unit => unit.length > 1)

test('α is 1 exactly where every pair of marks agrees, else below', () => {
  fc.assert(
    fc.property(panels, measurements, (panel, measurement) => {
      const units = paired(panel)
      fc.pre(new Set(units.flat()).size > 1)
      const { alpha } = krippendorff(marksOf(panel), measurement)
      if (units.every(unit => new Set(unit).size === 1)) expect(alpha).toBe(1)
      else expect(alpha).toBeLessThan(1)
    }),
  )
})

test('neither the order of rows nor the names of assessors change the agreement', () => {
  const shuffled = panels.chain(panel =>
    fc.tuple(
      fc.constant(marksOf(panel)),
      fc.shuffledSubarray(marksOf(panel), { minLength: marksOf(panel).length }),
    ),
  )
  fc.assert(
    fc.property(shuffled, measurements, ([marks, others], measurement) => {
      fc.pre(marks.length > 12)
      const { alpha } = krippendorff(marks, measurement)
      expect(krippendorff(others, measurement).alpha).toBe(alpha)
      const renamed = marks.map(mark => ({ ...mark, assessor: `z${9 - Number(mark.assessor.slice(1))}` }))
      expect(krippendorff(renamed, measurement).alpha ?? 9).toBeCloseTo(alpha ?? 9, 12)
    }),
  )
})
