import { expect, test } from 'vitest'
import { intervalsOf, resamplesOf } from './bootstrap.ts'
import { additive, termsFor, termsOfBlocks } from './function.fixture.ts'
import { indicesOf } from './indices.ts'
import { sharesOf } from './shares.ts'

test('each resample has as many rows as the design, another seed other rows', () => {
  const [first, second] = resamplesOf(100, { times: 2, seed: 4 })
  const size = (counts: Uint32Array | undefined) => counts!.reduce((sum, count) => sum + count, 0)
  expect([size(first), size(second)]).toEqual([100, 100])
  expect(first).not.toEqual(second)
  expect(resamplesOf(100, { times: 1, seed: 4 })[0]).toEqual(first)
  expect(resamplesOf(100, { times: 1, seed: 5 })[0]).not.toEqual(first)
})

test('rows drawn once each give the estimate itself', () => {
  const terms = termsFor(additive, 3, { n: 32, seed: 1, crossed: true })
  const once = intervalsOf(terms, [new Uint32Array(32).fill(1)])
  const { first, total, second } = indicesOf(terms)!
  expect(once).toEqual({
    first: first.map(value => [value, value]),
    total: total.map(value => [value, value]),
    second: second!.map(({ share }) => [share, share]),
  })
})

// Drawn: the first row twice, or the second twice. y is (1, 1, 1) in the one and (0, 3, 3) in the other row, so that the
// first resample varies in nothing and the second is the only one with indices: f₀ = 1.5, V = 4·2.25/3 = 3, S = 1.5·3/3.
test('a resample without variance is left out', () => {
  const terms = termsOfBlocks({ factors: 1, crossed: false }, [
    [1, 0],
    [1, 3],
    [1, 3],
  ])
  const intervals = intervalsOf(terms, [Uint32Array.of(2, 0), Uint32Array.of(0, 2)])
  expect(intervals?.first).toEqual([[1.5, 1.5]])
  expect(intervalsOf(terms, [Uint32Array.of(2, 0)])).toBe(undefined)
})

test('intervals hold the exact index as often as they say, or more', () => {
  // 40 analyses of x₁ + 2x₂ + 3x₃, index of x₃ 9/14; nine in ten are promised.
  const held = Array.from({ length: 40 }, (_, seed) => {
    const shares = sharesOf(termsFor(additive, 3, { n: 128, seed }), resamplesOf(128, { times: 100, seed }))
    if (shares.outcome !== 'shared') return false
    const [low, high] = shares.effects[2]!.totalBetween!
    return low <= 9 / 14 && 9 / 14 <= high
  }).filter(Boolean).length
  expect(held).toBeGreaterThanOrEqual(36)
})

test('without variance there is an outcome, never a number', () => {
  const flat = termsFor(() => 7, 2, { n: 8, seed: 1, crossed: true })
  expect(sharesOf(flat, resamplesOf(8, { times: 10, seed: 1 }))).toEqual({ outcome: 'nothingVaries' })
})

test('intervals only where resamples are given', () => {
  const outputs = termsFor(additive, 3, { n: 8, seed: 1 })
  const shares = sharesOf(outputs, [])
  expect(shares.outcome === 'shared' && Object.keys(shares.effects[0]!)).toEqual(['first', 'total'])
})
