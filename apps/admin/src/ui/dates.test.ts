import { describe, expect, test } from 'vitest'
import { formatDay, fromLocalInput, inWords, toLocalInput } from './dates.ts'

const now = new Date('2026-03-01T12:00:00Z')

describe('how far off a time is', () => {
  test.each([
    ['2026-03-04T13:00:00Z', 'in 3 days'],
    ['2026-02-28T11:00:00Z', 'yesterday'],
    ['2026-03-01T12:00:20Z', 'now'],
    ['2026-03-01T14:30:00Z', 'in 2 hours'],
    ['2024-02-01T12:00:00Z', '2 years ago'],
  ])('%s is %s', (iso, words) => expect(inWords(iso, 'en-GB', now)).toBe(words))

  test('in the language of the reader', () =>
    expect(inWords('2026-03-04T13:00:00Z', 'sv-SE', now)).toBe('om 3 dagar'))
})

test('a day without a time is that day in every zone', () =>
  expect(formatDay('2014-01-01', 'en-GB')).toBe('1 Jan 2014'))

describe('fields for a time', () => {
  test('give back what they were given', () =>
    expect(fromLocalInput(toLocalInput('2026-03-01T12:00:00.000Z'))).toBe('2026-03-01T12:00:00.000Z'))
  test('are empty without one', () => {
    expect(toLocalInput(null)).toBe('')
    expect(fromLocalInput('')).toBeNull()
  })
})
