import { expect, test } from 'vitest'
import { fromOpening, shareOf } from './responses.ts'

test('the curve begins with nothing on the day on which the survey opened, in the round’s own zone', () => {
  const days = [{ day: '2014-05-03', submitted: 2 }]
  const from = (openedAt: string | null) => fromOpening(days, openedAt, 'Europe/Oslo').map(one => one.day)
  expect(from('2014-04-30T22:30:00.000Z')).toEqual(['2014-05-01', '2014-05-03'])
  expect(from('2014-05-02T22:30:00.000Z')).toEqual(['2014-05-03'])
  expect(from(null)).toEqual(['2014-05-03'])
  expect(fromOpening([], '2014-05-01T00:00:00.000Z', 'Europe/Oslo')).toEqual([])
})

test('a group of nobody has no share', () => {
  expect(shareOf({ submitted: 0, all: 0 })).toBe(null)
  expect(shareOf({ submitted: 1, all: 4 })).toBe(0.25)
})
