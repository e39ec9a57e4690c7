import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patternsOf } from './patterns.ts'

/** By child and entry: 0 and 2 count, 1 does not. */
const anyOutcomes = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 20 }))
  .chain(([children, entries]) =>
    fc.array(fc.uint8Array({ min: 0, max: 2, minLength: entries, maxLength: entries }), {
      minLength: children,
      maxLength: children,
    }),
  )

const isCounted = (outcome: number): boolean => outcome === 2

test('every entry has the pattern of what counts for it, and no pattern stands twice', () => {
  fc.assert(
    fc.property(anyOutcomes, outcomes => {
      const entries = outcomes[0]?.length as number
      const { masks, of } = patternsOf(outcomes, entries, isCounted)
      expect(Array.from(of, at => [...masks[at]!])).toEqual(
        Array.from({ length: entries }, (_, e) => outcomes.map(child => (child[e] === 1 ? 0 : 1))),
      )
      expect([...masks[0]!]).toEqual(outcomes.map(() => 1))
      expect(new Set(masks.map(mask => mask.join())).size).toBe(masks.length)
    }),
  )
})

test('two thousand children of as many entries, each with a gap of its own, take no longer than to look at them', () => {
  const outcomes = Array.from({ length: 2000 }, (_, c) => new Uint8Array(2000).fill(1, c, c + 1))
  const { masks, of } = patternsOf(outcomes, 2000, isCounted)
  expect([masks.length, new Set(of).size]).toEqual([2001, 2000])
})
