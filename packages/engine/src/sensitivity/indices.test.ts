import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  additive,
  farthest,
  interaction,
  ishigami,
  ishigamiExact,
  termsFor,
  termsOfBlocks,
} from './function.fixture.ts'
import { indicesOf, termsOf } from './indices.ts'

const plain = { factors: 2, crossed: false }

/** Two rows, one factor of two: a = (1, 2), b = (3, 6), mean 3, sum of squares about it 4 + 1 + 0 + 9 = 14, V = 14/3. */
const byHand = [
  [1, 2],
  [3, 6],
  [1, 6],
  [3, 2],
]

describe('two rows by hand', () => {
  const { mean, variance, first, total, second } = indicesOf(termsOfBlocks(plain, byHand))!

  test('mean and variance', () => {
    expect(mean).toBe(3)
    expect(variance).toBeCloseTo(14 / 3, 14)
  })

  // S₁ = ½(0·0 + 3·4)/V = 6/V, S₂ = ½(0·2 + 3·0)/V = 0; T₁ = ¼(0² + 4²)/V = 4/V, T₂ = ¼(2² + 0²)/V = 1/V.
  test('first order about the mean, total order', () => {
    expect(farthest(first, [18 / 14, 0])).toBeLessThan(1e-14)
    expect(farthest(total, [12 / 14, 3 / 14])).toBeLessThan(1e-14)
  })

  // Not about the mean: S₁ = ½(3·0 + 6·4)/V = 12/V, S₂ = ½(3·2 + 6·0)/V = 3/V.
  test('first order not about the mean', () => {
    const terms = termsOfBlocks(plain, byHand)
    expect(farthest(indicesOf(terms, undefined, 'zero')!.first, [36 / 14, 9 / 14])).toBeLessThan(1e-14)
  })

  test('no second order without the blocks that it needs', () => expect(second).toBeUndefined())

  // With ba₁ = (3, 2), ba₂ = (1, 6), which is what a function without interaction that gave ab would give, each index is
  // the mean of two. Mirrored: S₁ ½(−2·0 + −1·−4)/V = 2/V, S₂ ½(−2·−2 + −1·0)/V = 2/V; T₁ = 4/V, T₂ = 1/V.
  test('crossed, each is the mean of itself and its mirror image', () => {
    const crossed = indicesOf(termsOfBlocks({ factors: 2, crossed: true }, [...byHand, [3, 2], [1, 6]]))!
    expect(farthest(crossed.first, [12 / 14, 3 / 14])).toBeLessThan(1e-14)
    expect(farthest(crossed.total, [12 / 14, 3 / 14])).toBeLessThan(1e-14)
  })
})

test('an additive function: 1, 4 and 9 fourteenths alone, the same in total, nothing together', () => {
  const found = indicesOf(termsFor(additive, 3, { n: 1024, seed: 1, crossed: true }))!
  const exact = [1 / 14, 4 / 14, 9 / 14]
  expect(farthest(found.first, exact)).toBeLessThan(1e-3)
  expect(farthest(found.total, exact)).toBeLessThan(1e-3)
  expect(
    farthest(
      found.second!.map(({ share }) => share),
      [0, 0, 0],
    ),
  ).toBeLessThan(1e-3)
})

test('an interaction alone: nothing of either by itself, all of it together', () => {
  const found = indicesOf(termsFor(interaction, 2, { n: 4096, seed: 1, crossed: true }))!
  expect(farthest(found.first, [0, 0])).toBeLessThan(5e-3)
  expect(farthest(found.total, [1, 1])).toBeLessThan(5e-3)
  expect(found.second![0]!.of).toEqual([0, 1])
  expect(found.second![0]!.share).toBeCloseTo(1, 2)
})

test('the function of Ishigami and Homma: all three orders', () => {
  const found = indicesOf(termsFor(ishigami, 3, { n: 2 ** 13, seed: 3, crossed: true }))!
  const exact = ishigamiExact()
  expect(farthest(found.first, exact.first)).toBeLessThan(2e-3)
  expect(farthest(found.total, exact.total)).toBeLessThan(2e-3)
  expect(
    farthest(
      found.second!.map(({ share }) => share),
      exact.second,
    ),
  ).toBeLessThan(5e-3)
})

test('a large mean adds no noise: the indices of y and of y + 1,000,000 are the same', () => {
  const of = (f: typeof additive) => indicesOf(termsFor(f, 3, { n: 256, seed: 5, crossed: true }))!
  const [plain, raised] = [of(ishigami), of(x => ishigami(x) + 1e6)]
  expect(farthest(raised.first, plain.first)).toBeLessThan(1e-8)
  expect(farthest(raised.total, plain.total)).toBeLessThan(1e-8)
})

test('a scale changes no index', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.integer(), (scale, seed) => {
      const of = (f: typeof additive) => indicesOf(termsFor(f, 3, { n: 16, seed }))!
      const [plain, scaled] = [of(ishigami), of(x => ishigami(x) * scale)]
      expect(farthest(scaled.first, plain.first)).toBeLessThan(1e-9)
      expect(farthest(scaled.total, plain.total)).toBeLessThan(1e-9)
    }),
  )
})

test('an output that does not vary has no indices, whatever its rounding', () => {
  expect(indicesOf(termsFor(() => 3.3, 2, { n: 8, seed: 1, crossed: true }))).toBe(null)
  expect(indicesOf(termsFor(x => 1e6 + 1e-9 * (x[0] as number), 2, { n: 8, seed: 1 }))).toBe(null)
  expect(indicesOf(termsFor(x => 1e6 + 1e-3 * (x[0] as number), 2, { n: 8, seed: 1 }))).not.toBe(null)
})

test('rows in groups have the same sums: the same indices', () => {
  const outputs = Float64Array.from({ length: 100 * 4 }, (_, run) => Math.sin(run * run))
  const [each, grouped] = [termsOf(plain, outputs), termsOf(plain, outputs, 7)].map(
    terms => indicesOf(terms)!,
  )
  expect(farthest(grouped!.first, each!.first)).toBeLessThan(1e-12)
  expect(farthest(grouped!.total, each!.total)).toBeLessThan(1e-12)
})
