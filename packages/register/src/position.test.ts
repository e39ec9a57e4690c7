import { expect, test } from 'vitest'
import { positionOf } from './position.ts'
import { unitById, unitsAt } from './units.ts'

test('is the unit’s own where the source gives one, under an older or newer code too', () => {
  expect(positionOf('NO-3001')).toEqual({ lat: 59.13, lon: 11.388, of: 'unit' })
  expect(positionOf('NO-0101')).toEqual({ lat: 59.13, lon: 11.388, of: 'unit' })
  expect(positionOf('NO-3101')).toEqual({ lat: 59.13, lon: 11.388, of: 'unit' })
})

test('else it is borrowed, and says from where', () => {
  expect(unitById('NO-0226')?.position).toBe(null)
  expect(positionOf('NO-0226')).toEqual({ ...unitById('NO-3030')?.position, of: 'successor' })
  expect(positionOf('NO-1534')).toEqual({ ...unitById('NO-1507')?.position, of: 'successor' })
  expect(positionOf('NO-1580')).toEqual({ ...unitById('NO-1507')?.position, of: 'predecessor' })
})

test('no unit is without a dot, and all dots are in the North', () => {
  const days = {
    NO: ['2006-01-01', '2014-01-01', '2018-01-01', '2020-01-01', '2024-01-01'],
    SE: ['2020-01-01'],
  }
  const later = { DK: ['2020-01-01'], FI: ['2020-01-01', '2024-01-01'], IS: ['2020-01-01'] }
  for (const [country, dates] of Object.entries({ ...days, ...later }))
    for (const unit of dates.flatMap(date => unitsAt(country as keyof typeof days, date))) {
      const { lat, lon } = positionOf(unit.id)!
      expect(lat > 54 && lat < 72 && lon > -25 && lon < 32, unit.id).toBe(true)
    }
})

test('of an id from outside there is none', () => {
  expect(positionOf('NO-9999')).toBe(null)
})
