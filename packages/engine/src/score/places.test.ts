import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countBefore, TIE } from './places.ts'

const of = (...values: number[]) => [...countBefore(Float64Array.from(values))]

test('descending, ties share the smaller place, gaps have none', () => {
  expect(of(0.5, Number.NaN, 0.9, 0.5, -2)).toEqual([1, -1, 0, 1, 3])
  expect(of()).toEqual([])
  expect(of(Number.NaN)).toEqual([-1])
  expect(of(7, 7, 7)).toEqual([0, 0, 0])
})

test('rounding is no difference, on either side of 0, and a group is counted from its best', () => {
  expect(of(0.3, 0.1 + 0.2, 0.3 - 1e-9)).toEqual([0, 0, 2])
  expect(of(-0.3, -0.1 - 0.2, -0.3 - 1e-9)).toEqual([0, 0, 2])
  // each is a tie with the next, the first not with the last
  expect(of(1, 1 - 0.8e-12, 1 - 1.6e-12)).toEqual([0, 0, 2])
})

test('numbers of any size: all but one in one bucket, the smallest there are, infinities of range', () => {
  const crowd = Array.from({ length: 300 }, (_, i) => 1 + ((i * 7919) % 300) / 1000)
  const places = of(1e12, ...crowd)
  expect(places[0]).toBe(0)
  expect(places.slice(1)).toEqual(crowd.map(value => 1 + crowd.filter(other => other > value).length))
  expect(of(0, 5e-324, 1e-323)).toEqual([2, 1, 0])
  expect(of(-1.7e308, 0, 1.7e308)).toEqual([2, 1, 0])
})

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.constantFrom(0, 0.5, 0.1 + 0.2, 0.3, Number.NaN),
)

test('a place is the number of those before the best that a value ties with', () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 60 }), values => {
      const descending = values.filter(value => !Number.isNaN(value)).sort((a, b) => b - a)
      const expected = new Map<number, number>()
      let from = 0
      for (const [at, value] of descending.entries()) {
        const best = descending[from] as number
        if (best !== value && best - value > TIE * Math.max(Math.abs(best), Math.abs(value))) from = at
        expected.set(value, from)
      }
      // A key of −0 is one of 0.
      expect(of(...values)).toEqual(values.map(value => expected.get(value) ?? -1))
    }),
    { numRuns: 300 },
  )
})
