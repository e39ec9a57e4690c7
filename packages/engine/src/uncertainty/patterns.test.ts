import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patternsOf } from './patterns.ts'

const anyCounted = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 20 }))
  .chain(([children, entries]) =>
    fc.array(fc.uint8Array({ min: 0, max: 1, minLength: entries, maxLength: entries }), {
      minLength: children,
      maxLength: children,
    }),
  )

test('every entry has the pattern of what counts for it, and no pattern stands twice', () => {
  fc.assert(
    fc.property(anyCounted, counted => {
      const entries = counted[0]?.length as number
      const { masks, of } = patternsOf(counted, entries)
      expect(Array.from(of, at => [...masks[at]!])).toEqual(
        Array.from({ length: entries }, (_, e) => counted.map(flags => flags[e])),
      )
      expect([...masks[0]!]).toEqual(counted.map(() => 1))
      expect(new Set(masks.map(mask => mask.join())).size).toBe(masks.length)
    }),
  )
})

test('two thousand children of as many entries, each with a gap of its own, take no longer than to look at them', () => {
  const counted = Array.from({ length: 2000 }, (_, c) => new Uint8Array(2000).fill(1).fill(0, c, c + 1))
  const { masks, of } = patternsOf(counted, 2000)
  expect([masks.length, new Set(of).size]).toEqual([2001, 2000])
})
