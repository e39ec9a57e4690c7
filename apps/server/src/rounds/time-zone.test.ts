import { expect, it } from 'vitest'
import { isTimeZone } from './time-zone.ts'

it.each([
  ['Europe/Oslo', true],
  ['Atlantic/Reykjavik', true],
  ['UTC', true],
  ['Europe/Atlantis', false],
  ['+01:00', false],
  ['', false],
])('%s is a time zone: %s', (name, yes) => expect(isTimeZone(name)).toBe(yes))
