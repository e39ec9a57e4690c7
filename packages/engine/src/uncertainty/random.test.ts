import fc from 'fast-check'
import { expect, test } from 'vitest'
import { philox, seedOf, uniform } from './random.ts'

// Known answers of the authors' Random123 library (kat_vectors, philox4x32 10).
test.each([
  { counter: [0, 0, 0, 0], key: [0, 0], random: [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
  {
    counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    key: [0xffffffff, 0xffffffff],
    random: [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  },
  {
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0],
    random: [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  },
])('Philox 4×32-10 of counter $counter', ({ counter, key, random }) => {
  const block = Uint32Array.from(counter)
  philox(block, key[0] as number, key[1] as number)
  expect([...block]).toEqual(random)
})

test('a uniform number is the first or the second half of the block that it lies in', () => {
  const double = (a: number, b: number) => ((a >>> 5) * 2 ** 26 + (b >>> 6)) / 2 ** 53
  expect(uniform(0, 0, 0)).toBe(double(0x6627e8d5, 0xe169c58d))
  expect(uniform(0, 0, 1)).toBe(double(0xbc57ac4c, 0x9b00dbd8))
})

test('numbers lie in [0, 1) and have the mean and the spread of a uniform number', () => {
  const numbers = Array.from({ length: 20_000 }, (_, i) => uniform(7, 3, i))
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length
  const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length
  expect(numbers.every(x => x >= 0 && x < 1)).toBe(true)
  // five standard errors
  expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 20_000))
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / 20_000))
})

test('another seed, stream or index is another number', () => {
  const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
  const streams = fc.integer({ min: 0, max: 2 ** 32 - 1 })
  fc.assert(
    fc.property(seeds, streams, seeds, (seed, stream, index) => {
      const number = uniform(seed, stream, index)
      expect(number).toBe(uniform(seed, stream, index))
      expect(number).not.toBe(uniform(seed, stream, index === 0 ? 1 : index - 1))
      expect(number).not.toBe(uniform(seed === 0 ? 1 : seed - 1, stream, index))
      expect(number).not.toBe(uniform(seed, stream === 0 ? 1 : stream - 1, index))
    }),
  )
})

test('a coordinate keeps all its bits as a seed', () => {
  expect(seedOf(0)).toBe(0)
  expect(seedOf(1 - 2 ** -53)).toBe(2 ** 53 - 1)
  expect(seedOf(0.5)).toBe(2 ** 52)
})
