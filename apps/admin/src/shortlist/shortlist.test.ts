import { expect, test } from 'vitest'
import { type Candidate, groupsOf, isOut } from './shortlist.ts'

const candidate = (name: string, category: string | null, rank: number | null): Candidate => ({
  entry: name,
  name,
  units: [],
  category,
  points: null,
  rank,
  suggested: false,
  reasons: null,
})

const candidates = [
  candidate('late', 'small', null),
  candidate('second', 'small', 2),
  candidate('stray', null, 3),
  candidate('first', 'large', 1),
]

const names = (groups: ReturnType<typeof groupsOf>) =>
  groups.map(group => [group.category, group.candidates.map(one => one.name)])

test('an award for the round puts all in the order of their points', () => {
  expect(names(groupsOf({ per: 'round', candidates }, ['small', 'large']))).toEqual([
    [null, ['first', 'second', 'stray', 'late']],
  ])
})

test('an award for each class goes by the order of the classes, and forgets nobody', () => {
  expect(names(groupsOf({ per: 'category', candidates }, ['small', 'large', 'county']))).toEqual([
    ['small', ['second', 'late']],
    ['large', ['first']],
    [null, ['stray']],
  ])
})

test('a list is out from its moment on', () => {
  const noon = '2014-06-01T12:00:00.000Z'
  expect(isOut({ announcedAt: noon }, new Date(noon))).toBe(true)
  expect(isOut({ announcedAt: noon }, new Date('2014-06-01T11:59:59.999Z'))).toBe(false)
  expect(isOut({ announcedAt: null }, new Date(noon))).toBe(false)
})
