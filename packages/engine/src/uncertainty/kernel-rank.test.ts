import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newKernel } from './kernel.ts'
import { RANKING } from './mount.ts'
import { uniform } from './random.ts'
import { rankInto, rankRoom } from './rank-run.ts'

const kernel = newKernel()

const byKernel = (scores: Float64Array, ranked: Int32Array): number[] => {
  const { memory, reserve } = kernel
  const scoresAt = reserve(scores.byteLength)
  const rankedAt = reserve(ranked.byteLength)
  const ranksAt = reserve(scores.length * 4)
  const room = reserve(ranked.length * RANKING + 64)
  new Float64Array(memory.buffer, scoresAt, scores.length).set(scores)
  new Int32Array(memory.buffer, rankedAt, ranked.length).set(ranked)
  kernel.rank(scoresAt, rankedAt, ranked.length, ranksAt, room)
  return [...new Int32Array(memory.buffer, ranksAt, scores.length)]
}

const plainly = (scores: Float64Array, ranked: Int32Array): number[] => {
  const ranks = new Int32Array(scores.length)
  rankInto(scores, ranked, ranks, rankRoom(scores.length))
  return [...ranks]
}

const all = (scores: ArrayLike<number>) => Int32Array.from({ length: scores.length }, (_, i) => i)

test('ties by a hair, in a group of which the best is not the first', () => {
  const scores = Float64Array.of(0.5, 0.7, 0.7 + 3e-13, 0.7 - 3e-13, 0, 0, -1e-13, 0.5 * (1 - 1e-11))
  expect(byKernel(scores, all(scores))).toEqual([4, 1, 1, 1, 6, 6, 8, 5])
})

test('any scores, all of them or some, rank as they do plainly', () => {
  const score = fc.oneof(
    fc.double({ min: -1e100, max: 1e100, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 5 }).map(n => 0.5 + n * 3e-13),
    fc.integer({ min: 0, max: 3 }).map(n => n / 3),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(score, fc.boolean()), { minLength: 1, maxLength: 90 }), drawn => {
      const scores = Float64Array.from(drawn, ([value]) => value)
      const some = all(scores).filter(i => drawn[i]?.[1])
      expect(byKernel(scores, all(scores))).toEqual(plainly(scores, all(scores)))
      if (some.length > 0) expect(byKernel(scores, some)).toEqual(plainly(scores, some))
    }),
  )
})

/** Spread out; nearly all in a corner; few different ones; all within what a whole number tells apart; one for all. */
test.each([
  (u: number) => u,
  (u: number) => u ** 40,
  (u: number) => Math.floor(u * 50) / 50,
  (u: number) => (u < 1e-3 ? 1e9 : u * 1e-9),
  (u: number) => 1 + Math.floor(u * 1e4) * 2 ** -52,
  () => 0.3,
])('thousands that are dealt twice rank as they do plainly: %s', of => {
  const scores = Float64Array.from({ length: 5000 }, (_, i) => of(uniform(1, 2, i)))
  expect(byKernel(scores, all(scores))).toEqual(plainly(scores, all(scores)))
})
