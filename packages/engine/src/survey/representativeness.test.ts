import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BandCount, representativeness } from './representativeness.ts'

const band = (id: string, answered: number, population: number): BandCount => ({
  band: id,
  answered,
  population,
})

test('the same share of every band', () => {
  const found = representativeness([band('small', 100, 200), band('medium', 60, 120), band('large', 40, 80)])
  expect(found.test!.chiSquare).toBeCloseTo(0, 12)
  expect(found.bands.map(b => b.deviation)).toEqual([0, 0, 0])
  expect(found.warning).toBeNull()
})

test('by hand: the small ones stayed away', () => {
  const found = representativeness([band('small', 60, 200), band('large', 60, 100)])
  // E = 80, 40; χ² = 400/80 + 400/40 = 15; (300−120)/(300−1) = 0.602.
  expect(found.test).toEqual({
    chiSquare: expect.closeTo(15 / (180 / 299), 10),
    df: 1,
    p: expect.any(Number),
  })
  expect(found.test!.p).toBeLessThan(0.001)
  expect(found.bands[0]!.deviation).toBeCloseTo(50 - 200 / 3, 10)
  expect(found.warning).toBe('differs')
})

test('too few to test: the largest deviation speaks', () => {
  expect(representativeness([band('a', 2, 10), band('b', 2, 10)])).toMatchObject({
    test: null,
    warning: null,
  })
  expect(representativeness([band('a', 3, 10), band('b', 1, 10)])).toMatchObject({
    test: null,
    warning: 'uneven',
  })
})

test('everybody answered, or nobody: nothing to warn of', () => {
  expect(representativeness([band('a', 9, 9), band('b', 30, 30)]).warning).toBeNull()
  expect(representativeness([band('a', 0, 9), band('b', 0, 30)]).warning).toBeNull()
})

test('impossible counts are refused', () => {
  expect(() => representativeness([band('a', 10, 9)])).toThrow('band "a": 10 answers from 9 members')
  expect(() => representativeness([band('a', 0, 0)])).toThrow(RangeError)
})

test('deviations cancel and the order of bands does not matter', () => {
  const one = fc
    .integer({ min: 1, max: 200 })
    .chain(population => fc.record({ answered: fc.nat(population), population: fc.constant(population) }))
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 6 }), rows => {
      const counts = rows.map((row, i) => ({ band: String(i), ...row }))
      const found = representativeness(counts)
      expect(found.bands.reduce((sum, b) => sum + b.deviation, 0)).toBeCloseTo(0, 9)
      expect(representativeness(counts.toReversed()).warning).toBe(found.warning)
      expect(found.test === null || (found.test.p >= 0 && found.test.p <= 1)).toBe(true)
    }),
  )
})
