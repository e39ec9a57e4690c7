import fc from 'fast-check'
import { expect, test } from 'vitest'
import { swarm } from './swarm.ts'

const RADIUS = 3

test('dots with room stay on the line; one in the way is passed on the nearer side', () => {
  expect(swarm([10, 50, 90], RADIUS, 100)).toEqual([0, 0, 0])
  expect(swarm([10, 10, 10], RADIUS, 100)).toEqual([0, -6, 6])
})

test('no dot hides another', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }), places => {
      const offsets = swarm(places, RADIUS, Number.POSITIVE_INFINITY)
      for (const [i, place] of places.entries())
        for (const [j, other] of places.entries())
          if (i < j) expect(Math.hypot(place - other, offsets[i]! - offsets[j]!)).toBeGreaterThan(6 - 1e-4)
    }),
  )
})

test('where there is no room the dots are pressed into the limit', () => {
  const offsets = swarm(new Array(50).fill(5), RADIUS, 20)
  expect(Math.max(...offsets.map(Math.abs))).toBe(20)
})
