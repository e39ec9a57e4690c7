import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandOf, bandsOf } from './bands.ts'

const bounds = [2000, 5000, 10_000, 20_000, 50_000]

test('the bands of the mapping survey', () => {
  expect(bandsOf(bounds).map(band => band.id)).toEqual([
    '<2000',
    '2000-4999',
    '5000-9999',
    '10000-19999',
    '20000-49999',
    '>=50000',
  ])
})

test.each([
  [0, '<2000'],
  [1999, '<2000'],
  [2000, '2000-4999'],
  [8102, '5000-9999'],
  [20_000, '20000-49999'],
  [50_000, '>=50000'],
])('%d belongs to %s', (population, id) => {
  expect(bandOf(population, bounds).id).toBe(id)
})

test.each([[[]], [[5, 5]], [[0]], [[10, 5]], [[1.5]]])('%j are no bounds', wrong => {
  expect(() => bandsOf(wrong)).toThrow(RangeError)
})

test('every population is in exactly one band', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), population => {
      const within = bandsOf(bounds).filter(
        band => population >= (band.from ?? 0) && population < (band.below ?? Number.POSITIVE_INFINITY),
      )
      expect(within).toEqual([bandOf(population, bounds)])
    }),
  )
})
