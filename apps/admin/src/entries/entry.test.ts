import { expect, test } from 'vitest'
import { type Entry, narrowed, standOf } from './entry.ts'

const entry = (name: string, more: Partial<Entry> = {}): Entry => ({
  id: name,
  name,
  units: [{ id: name, name }],
  county: 'NO-05',
  category: 'small',
  categoryReason: 'population',
  population: 2704,
  kind: 'municipality',
  country: 'NO',
  state: 'accepted',
  origin: 'invited',
  participation: 'compete',
  submittedAt: null,
  completeUntil: null,
  extendedTo: [],
  answered: 0,
  of: 4,
  ...more,
})

test('every choice narrows, together', () => {
  const entries = [
    entry('Dovre'),
    entry('Oslo', { county: 'NO-03', category: 'large' }),
    entry('Lom', { state: 'declined' }),
    entry('Stray', { category: null, participation: 'anonymous' }),
  ]
  const names = (filter: Parameters<typeof narrowed>[1]) => narrowed(entries, filter).map(one => one.name)
  expect(names({})).toEqual(['Dovre', 'Oslo', 'Lom', 'Stray'])
  expect(names({ county: 'NO-05', category: 'small', state: 'accepted' })).toEqual(['Dovre'])
  expect(names({ category: '-' })).toEqual(['Stray'])
  expect(names({ degree: 'anonymous' })).toEqual(['Stray'])
})

test('says how far an entry is', () => {
  const now = new Date('2014-06-01T12:00:00.000Z')
  const stand = (more: Partial<Entry>) => standOf(entry('Dovre', more), now)
  expect(stand({})).toBe('accepted')
  expect(stand({ answered: 1 })).toBe('answering')
  expect(stand({ answered: 1, submittedAt: '2014-06-01T11:00:00.000Z' })).toBe('submitted')
  expect(stand({ state: 'nominated', completeUntil: '2014-06-02T12:00:00.000Z' })).toBe('nominated')
  expect(stand({ state: 'nominated', completeUntil: '2014-06-01T12:00:00.000Z' })).toBe('expired')
  expect(stand({ state: 'withdrawn', submittedAt: '2014-06-01T11:00:00.000Z' })).toBe('withdrawn')
})
