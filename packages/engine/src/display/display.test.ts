import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatNumber,
  formatScore,
  formatShare,
  gradeOf,
  roundHalfUp,
  roundScore,
  roundShare,
  shareRow,
} from './display.ts'

const NBSP = '\u00a0'
const points = { max: 500, unit: 'poeng', decimals: 1 }
const stars = {
  max: 100,
  unit: '%',
  decimals: 0,
  grades: [
    [0, 'one'],
    [40, 'two'],
    [55, 'three'],
    [70, 'four'],
  ],
} as const

describe('roundHalfUp', () => {
  test.each([
    [1.005, 2, '1.01'],
    [18.5, 0, '19'],
    [92.5, 1, '92.5'],
    [92.5, 0, '93'],
    [2.675, 2, '2.68'],
    [0.05, 1, '0.1'],
    [-2.5, 0, '-3'],
    [-0.4, 0, '0'],
    [-0.04, 1, '0.0'],
    [-0, 0, '0'],
    [1e21, 0, '1000000000000000000000'],
    [1e-7, 7, '0.0000001'],
  ])('%d with %d decimals is %s', (value, decimals, shown) => {
    expect(roundHalfUp(value, decimals)).toBe(shown)
  })

  test('refuses what has no digits', () => {
    expect(() => roundHalfUp(Number.NaN, 0)).toThrow(RangeError)
    expect(() => roundHalfUp(Number.POSITIVE_INFINITY, 0)).toThrow(RangeError)
  })

  test('agrees with arithmetic on whole steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (steps, decimals) => {
        // One digit more than is shown, written as text: the half is exact by construction.
        const digits = String(Math.abs(steps)).padStart(decimals + 2, '0')
        const cut = digits.length - decimals - 1
        const value = Number(`${steps < 0 ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`)
        const size = Math.floor((Math.abs(steps) + 5) / 10)
        expect(Number(roundHalfUp(value, decimals)) * 10 ** decimals).toBeCloseTo(steps < 0 ? -size : size, 3)
      }),
    )
  })

  test('is idempotent and never further off than half a step', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          const once = roundHalfUp(value, decimals)
          expect(roundHalfUp(Number(once), decimals)).toBe(once)
          expect(Math.abs(Number(once) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * (1 + 1e-9))
        },
      ),
    )
  })
})

describe('locales', () => {
  test('numbers keep their decimals', () => {
    expect(formatNumber(12345.5, { decimals: 2, locale: 'nb' })).toBe(`12${NBSP}345,50`)
    expect(formatNumber(1.005, { decimals: 2, locale: 'en' })).toBe('1.01')
    expect(formatNumber(-1.5, { decimals: 0, locale: 'sv' })).toBe('\u22122')
  })

  test('shares', () => {
    expect(formatShare(212 / 430, { decimals: 0, locale: 'nb' })).toBe(`49${NBSP}%`)
    expect(formatShare(15 / 18, { decimals: 1, locale: 'en' })).toBe('83.3%')
    expect(formatShare(0.285, { decimals: 0, locale: 'en' })).toBe('29%')
  })

  test('scores', () => {
    expect(formatScore(0.185, points, 'nb')).toBe('92,5')
    expect(formatScore(0.754, { ...points, decimals: 0 }, 'en')).toBe('377')
  })
})

test('binary noise does not decide a half', () => {
  expect(roundScore(0.1 + 0.2, { max: 5, unit: '', decimals: 0 })).toBe('2')
  expect(roundShare(0.285)).toBe('29')
  expect(roundShare(0.7 * 0.35)).toBe('25')
})

describe('gradeOf', () => {
  test.each([
    [0, 'one'],
    [0.37, 'one'],
    [0.4, 'two'],
    [0.546, 'two'],
    [0.55, 'three'],
    [0.1 * 7, 'four'],
    [1, 'four'],
  ])('%d is %s', (value, grade) => {
    expect(gradeOf(value, stars)).toBe(grade)
  })

  test('none without grades or below the first', () => {
    expect(gradeOf(1, points)).toBeNull()
    expect(gradeOf(0.2, { ...stars, grades: [[40, 'two']] })).toBeNull()
  })
})

describe('shareRow', () => {
  test.each([
    [
      [21, 2, 2],
      [84, 8, 8],
    ],
    [
      [11, 1, 1],
      [84, 8, 8],
    ],
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [0, 5],
      [0, 100],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [[], []],
  ])('%j is %j', (parts, row) => {
    expect(shareRow(parts)).toEqual(row)
  })

  test('equal remainders: the larger part, then the earlier one', () => {
    expect(shareRow([1, 5, 1, 1])).toEqual([13, 63, 12, 12])
    expect(shareRow([1, 2], 1)).toEqual([33.3, 66.7])
  })

  test('refuses a negative part', () => {
    expect(() => shareRow([1, -1])).toThrow(RangeError)
  })

  const parts = fc
    .array(fc.nat(10_000), { minLength: 1, maxLength: 12 })
    .filter(row => row.some(part => part > 0))

  test('sums to 100, each within one step of its exact share', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 2 }), (row, decimals) => {
        const total = row.reduce((sum, part) => sum + part, 0)
        const shown = shareRow(row, decimals)
        expect(shown.reduce((sum, part) => sum + Math.round(part * 10 ** decimals), 0)).toBe(
          100 * 10 ** decimals,
        )
        for (const [i, part] of row.entries())
          expect(Math.abs(shown[i]! - (100 * part) / total)).toBeLessThan(10 ** -decimals + 1e-9)
      }),
    )
  })

  test('is the same for counts and for their shares, and for their multiples', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 2, max: 9 }), (row, times) => {
        expect(shareRow(row.map(part => part * times))).toEqual(shareRow(row))
      }),
    )
  })
})
