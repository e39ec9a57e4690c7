import { expect, test } from 'vitest'
import { dashboardOf } from './dashboard.ts'
import type { Response, ResponseState } from './response.ts'

const AROUND = {
  categories: ['small', 'large', 'county'],
  targets: new Map<string, number>(),
  timeZone: 'Europe/Oslo',
}

const response = (entry: string, state: ResponseState, more: Partial<Response> = {}): Response => ({
  entry,
  name: entry,
  category: 'small',
  county: { id: 'NO-05', name: 'Oppland' },
  state,
  participation: 'compete',
  submittedAt: state === 'submitted' ? '2014-05-01T10:00:00.000Z' : null,
  ...more,
})

test('counts everyone once, as a whole, by class and by county', () => {
  const { all, categories, counties } = dashboardOf(
    [
      response('Dovre', 'submitted'),
      response('Lom', 'started'),
      response('Vågå', 'asked'),
      response('Skjåk', 'away'),
      response('Bergen', 'accepted', { category: 'large', county: { id: 'NO-12', name: 'Hordaland' } }),
      response('Elsewhere', 'accepted', { category: null, county: null }),
    ],
    AROUND,
  )
  expect(all).toEqual({
    group: 'all',
    name: null,
    all: 6,
    asked: 1,
    accepted: 2,
    started: 1,
    submitted: 1,
    away: 1,
    target: null,
    lacking: null,
  })
  expect(categories.map(one => [one.group, one.all])).toEqual([
    ['category:small', 4],
    ['category:large', 1],
    ['category:', 1],
  ])
  expect(counties.map(one => [one.group, one.name, one.all])).toEqual([
    ['county:', null, 1],
    ['county:NO-05', 'Oppland', 4],
    ['county:NO-12', 'Hordaland', 1],
  ])
})

test('says how many lack to a target, and never more because of how numbers are stored', () => {
  const some = [...Array(30).keys()].map(n => response(`Entry ${n}`, n === 0 ? 'submitted' : 'asked'))
  const lacking = (share: number) =>
    dashboardOf(some, { ...AROUND, targets: new Map([['all', share]]) }).all.lacking
  expect([0, 0.1, 0.49, 1].map(lacking)).toEqual([0, 2, 14, 29])
  expect(dashboardOf([], { ...AROUND, targets: new Map([['all', 1]]) }).all.lacking).toBe(0)
})

test('adds up what was submitted by the days of the round’s own time zone', () => {
  const at = (entry: string, submittedAt: string) => response(entry, 'submitted', { submittedAt })
  const late = at('Late', '2014-05-02T22:30:00.000Z')
  expect(dashboardOf([late, at('First', '2014-05-01T10:00:00.000Z')], AROUND).days).toEqual([
    { day: '2014-05-01', submitted: 1 },
    { day: '2014-05-03', submitted: 2 },
  ])
})

test('lists who is waited for, those who are least far first', () => {
  const { waiting } = dashboardOf(
    [
      response('C', 'started'),
      response('D', 'submitted'),
      response('A', 'asked'),
      response('E', 'away'),
      response('B', 'accepted'),
    ],
    AROUND,
  )
  expect(waiting.map(one => one.entry)).toEqual(['A', 'B', 'C'])
})
