import { expect, test } from 'vitest'
import { tiedGroups } from './tied-groups.ts'

test('a unit joins the leader of the group before it unless that came first in 95 of 100 runs', () => {
  const before = new Uint32Array(16)
  const count = (i: number, j: number, times: number) => {
    before[i * 4 + j] = times
  }
  count(0, 1, 94)
  count(0, 2, 95)
  // The third leads from here on: what the first is to the fourth does not count.
  count(0, 3, 100)
  count(2, 3, 60)
  expect(tiedGroups([0, 1, 2, 3], before, 100)).toEqual([
    [0, 1],
    [2, 3],
  ])
})

test('a single unit is a group of its own', () => {
  expect(tiedGroups([0], new Uint32Array(1), 10)).toEqual([[0]])
})
