import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { momentsOf, offsetAt, shownIn } from './zones.ts'

describe('the moments of a time on a clock', () => {
  it.each([
    ['2026-01-15T12:00', 'Europe/Oslo', ['2026-01-15T11:00:00.000Z']],
    ['2026-07-15T12:00', 'Europe/Oslo', ['2026-07-15T10:00:00.000Z']],
    ['2026-07-15T12:00', 'Atlantic/Reykjavik', ['2026-07-15T12:00:00.000Z']],
    ['2026-07-15T12:00', 'UTC', ['2026-07-15T12:00:00.000Z']],
    // Summer time begins on 29 March 2026 at two o'clock.
    ['2026-03-29T01:59', 'Europe/Oslo', ['2026-03-29T00:59:00.000Z']],
    ['2026-03-29T02:30', 'Europe/Oslo', []],
    ['2026-03-29T03:00', 'Europe/Oslo', ['2026-03-29T01:00:00.000Z']],
    ['2026-03-29T02:30', 'Atlantic/Reykjavik', ['2026-03-29T02:30:00.000Z']],
    // It ends on 25 October at three o'clock.
    ['2026-10-25T01:59', 'Europe/Stockholm', ['2026-10-24T23:59:00.000Z']],
    ['2026-10-25T02:30', 'Europe/Stockholm', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['2026-10-25T03:00', 'Europe/Stockholm', ['2026-10-25T02:00:00.000Z']],
    ['', 'Europe/Oslo', []],
  ])('%s in %s', (text, zone, moments) => expect(momentsOf(text, zone)).toEqual(moments))
})

test('every moment is one of those of the time that it is shown as', () => {
  const minute = fc.integer({ min: 0, max: 2 * 366 * 24 * 60 })
  fc.assert(
    fc.property(
      minute,
      fc.constantFrom('Europe/Oslo', 'Europe/Helsinki', 'America/Nuuk', 'UTC'),
      (past, zone) => {
        const moment = new Date(Date.UTC(2026, 0, 1) + past * 60_000).toISOString()
        expect(momentsOf(shownIn(moment, zone), zone)).toContain(moment)
      },
    ),
  )
})

test('says how far clocks are ahead', () => {
  expect(offsetAt('2026-10-25T00:30:00.000Z', 'Europe/Oslo')).toBe('UTC+2')
  expect(offsetAt('2026-10-25T01:30:00.000Z', 'Europe/Oslo')).toBe('UTC+1')
  expect(offsetAt('2026-01-01T00:00:00.000Z', 'America/St_Johns')).toBe('UTC−3:30')
})
