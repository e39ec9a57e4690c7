import type { UnitUncertainty } from '@tumstock/engine/uncertainty'
import { expect, test } from 'vitest'
import { orderOf, someOf, standingsOf } from './standings.ts'

const unit = (id: string, rank: number | null): UnitUncertainty => ({
  id,
  rank,
  score: rank === null ? null : 1 / rank,
  ranked: 1,
  mean: rank,
  median: rank,
  low: rank,
  high: rank,
  first: rank === 1 ? 1 : 0,
  nominee: null,
})

const places = (standings: readonly { id: string; group: number | null }[]) =>
  standings.map(({ id, group }) => [id, group])

test('best first, without those that have no rank; only those tied with another have a group', () => {
  const outcome = {
    units: [unit('d', 3), unit('x', null), unit('b', 2), unit('a', 1), unit('c', 3), unit('e', 5)],
    groups: [['a'], ['b', 'd'], ['c', 'e']],
  }
  expect(places(standingsOf(outcome, id => id.toUpperCase()))).toEqual([
    ['a', null],
    ['b', 1],
    ['d', 1],
    ['c', 2],
    ['e', 2],
  ])
  expect(
    places(standingsOf({ ...outcome, groups: null }, id => id)).every(([, group]) => group === null),
  ).toBe(true)
})

test('some are the best thirty, or thirty with the one that is followed among them', () => {
  const all = standingsOf(
    { units: Array.from({ length: 100 }, (_, i) => unit(`e${i}`, i + 1)), groups: null },
    id => id,
  )
  const ends = (around: string | undefined) => {
    const some = someOf(all, around)
    return [some.length, some[0]?.rank, some.at(-1)?.rank]
  }
  expect([undefined, 'e0', 'e49', 'e99', 'nobody'].map(ends)).toEqual([
    [30, 1, 30],
    [30, 1, 30],
    [30, 35, 64],
    [30, 71, 100],
    [30, 1, 30],
  ])
})

test('the order of two is read from both sides, and what is left is neither', () => {
  const outcome = { units: [unit('a', 1), unit('b', 2)], before: Uint32Array.of(0, 6, 3, 0), runs: 10 }
  expect(orderOf(outcome, 'b', 'a')).toEqual({ first: 0.3, second: 0.6, neither: expect.closeTo(0.1, 12) })
  expect([
    orderOf(outcome, 'a', 'a'),
    orderOf(outcome, 'a', 'c'),
    orderOf({ ...outcome, before: null }, 'a', 'b'),
  ]).toEqual([null, null, null])
})
