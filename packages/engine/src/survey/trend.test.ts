import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundHalfUp } from '../display/display.ts'
import { trend } from './trend.ts'

const printed = (share: number) => ({ share, n: null, population: null })

test.each([
  [0.24, 0.64, '40'],
  [0.23, 0.68, '45'],
  [0.68, 0.76, '8'],
])('%d to %d is +%s percentage points, and nothing is said of chance', (from, to, points) => {
  const found = trend(printed(from), printed(to))
  expect(roundHalfUp(found.change, 0)).toBe(points)
  expect(found).toMatchObject({ significance: null, reason: 'n-unknown' })
})

describe('with n', () => {
  test('by hand: 24 of 100, then 64 of 100', () => {
    const { significance } = trend(
      { share: 0.24, n: 100, population: null },
      { share: 0.64, n: 100, population: null },
    )
    // p = 0.44; √(0.44 · 0.56 · 0.02) = 0.0702; 0.40 / 0.0702.
    expect(significance!.z).toBeCloseTo(0.4 / Math.sqrt(0.44 * 0.56 * 0.02), 12)
    expect(significance!.level).toBe(0.001)
  })

  test('a small change may be chance', () => {
    const { significance } = trend(
      { share: 0.68, n: 100, population: null },
      { share: 0.76, n: 100, population: null },
    )
    expect(significance!.p).toBeCloseTo(0.2077, 4)
    expect(significance!.level).toBeNull()
  })

  test('and is not when nearly all answered', () => {
    const { significance } = trend(
      { share: 0.68, n: 400, population: 430 },
      { share: 0.76, n: 400, population: 428 },
    )
    expect(significance!.level).toBe(0.001)
  })

  test('everybody answered both: no chance to speak of', () => {
    const all = trend({ share: 0.5, n: 18, population: 18 }, { share: 0.6, n: 15, population: 15 })
    expect(all).toMatchObject({ significance: null, reason: 'census' })
  })

  test('too few for the normal approximation', () => {
    const few = trend({ share: 0.5, n: 8, population: null }, { share: 0.25, n: 8, population: null })
    expect(few).toMatchObject({ significance: null, reason: 'too-few' })
    const none = trend({ share: 0, n: 100, population: null }, { share: 0, n: 100, population: null })
    expect(none).toMatchObject({ change: 0, reason: 'too-few' })
  })
})

test('shares outside 0..1 are refused', () => {
  expect(() => trend(printed(24), printed(64))).toThrow('share 24 is not within 0..1')
})

test('turning the waves round turns the sign', () => {
  const wave = fc.record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    n: fc.integer({ min: 1, max: 400 }),
    population: fc.option(fc.integer({ min: 400, max: 500 })),
  })
  fc.assert(
    fc.property(wave, wave, (a, b) => {
      const there = trend(a, b)
      const back = trend(b, a)
      expect(back.change).toBeCloseTo(-there.change, 12)
      expect(back.reason).toBe(there.reason)
      if (there.significance) expect(back.significance!.p).toBeCloseTo(there.significance.p, 12)
    }),
  )
})
