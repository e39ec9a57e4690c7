import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { predecessorsOf, successorsOf } from './lineage.ts'
import { shelf } from './shelf.ts'
import { COUNTRIES, type Unit } from './unit.ts'
import { unitAt, unitById } from './units.ts'

const end = (id: string, date?: string) =>
  Object.fromEntries(successorsOf(id, date).map(one => [one.id, one.share]))

describe('what a unit has become', () => {
  test('a merger', () => {
    expect(successorsOf('NO-0226')).toEqual([{ id: 'NO-3030', share: 1, on: '2020-01-01', basis: 'whole' }])
    expect(successorsOf('NO-0226', '2024-01-01')).toEqual([
      { id: 'NO-3205', share: 1, on: '2024-01-01', basis: 'whole' },
    ])
  })

  test('a new code is a change as well', () => {
    expect(end('NO-1601')).toEqual({ 'NO-5001': 1 })
    expect(end('NO-0101', '2024-01-01')).toEqual({ 'NO-3101': 1 })
  })

  test('old Haram is in Ålesund from 2020 and Haram again from 2024', () => {
    expect(end('NO-1534')).toEqual({ 'NO-1507': 1 })
    expect(end('NO-1534', '2023-12-31')).toEqual({ 'NO-1507': 1 })
    expect(successorsOf('NO-1534', '2024-01-01')).toEqual([
      { id: 'NO-1580', share: 1, on: '2024-01-01', basis: 'whole' },
    ])
    expect(end('NO-1504', '2024-01-01')).toEqual({ 'NO-1508': 1 })
  })

  test('Ålesund of 2020 is divided by the people counted on the day of the division', () => {
    expect(successorsOf('NO-1507')).toEqual([
      { id: 'NO-1508', share: 58_509 / 67_866, on: '2024-01-01', basis: 'counted' },
      { id: 'NO-1580', share: 9357 / 67_866, on: '2024-01-01', basis: 'counted' },
    ])
  })

  test('Snillfjord was divided in three, with estimated shares', () => {
    expect(successorsOf('NO-1613', '2024-01-01')).toEqual([
      { id: 'NO-5055', share: 0.35, on: '2020-01-01', basis: 'estimated' },
      { id: 'NO-5056', share: 0.35, on: '2020-01-01', basis: 'estimated' },
      { id: 'NO-5059', share: 0.3, on: '2020-01-01', basis: 'estimated' },
    ])
    expect(end('NO-1850')).toEqual({ 'NO-1806': 0.5, 'NO-1875': 0.5 })
  })

  test('a county goes with its own municipalities, not with the mean of the county it was part of', () => {
    expect(end('NO-05')).toEqual({ 'NO-30': 15_897 / 189_545, 'NO-34': 173_648 / 189_545 })
    expect(end('NO-01', '2024-01-01')).toEqual({ 'NO-31': 296_847 / 297_520, 'NO-32': 673 / 297_520 })
    expect(end('NO-19', '2024-01-01')).toEqual({ 'NO-55': 1 })
    expect(end('NO-16', '2024-01-01')).toEqual({ 'NO-50': 1 })
  })

  test('a unit that stands is its own, one that does not exist yet is nothing', () => {
    expect(successorsOf('NO-0301')).toEqual([])
    expect(end('NO-0301', '2024-01-01')).toEqual({ 'NO-0301': 1 })
    expect(successorsOf('NO-3205', '2019-01-01')).toEqual([])
    expect(end('FI-099', '2024-01-01')).toEqual({ 'FI-214': 1 })
  })

  test('an id from outside is refused', () => {
    expect(() => successorsOf('NO-9999')).toThrow(
      'No unit "NO-9999" in the register. Allowed: country and official code, such as NO-0534 or SE-01.',
    )
  })
})

describe('what a unit came from', () => {
  test.each([
    ['NO-3205', ['NO-3030']],
    ['NO-3030', ['NO-0226', 'NO-0227', 'NO-0231']],
    ['NO-0710', ['NO-0706', 'NO-0719', 'NO-0720']],
    ['NO-1103', ['NO-1141', 'NO-1142']],
    ['NO-5512', ['NO-5412']],
    ['NO-5412', ['NO-1852', 'NO-1913']],
    ['NO-0301', []],
  ])('%s from %j', (id, before) => {
    expect(predecessorsOf(id).map(one => one.id)).toEqual(before)
  })

  test('with the share of the earlier unit that came along', () => {
    expect(predecessorsOf('NO-1580')).toEqual([
      { id: 'NO-1507', share: 9357 / 67_866, on: '2024-01-01', basis: 'counted' },
    ])
  })
})

describe('of every unit', () => {
  const all = COUNTRIES.flatMap(country => [...shelf(country).byId.values()].map(versions => versions.at(-1)))
  const ended = all.filter((unit): unit is Unit => typeof unit?.validTo === 'string')

  test('one that ends has successors that exist on the day it ends, one that stands has none', () => {
    for (const unit of all) {
      const next = successorsOf(unit!.id)
      expect(next.length > 0, unit!.id).toBe(unit!.validTo !== null)
      for (const one of next) {
        expect(one.on).toBe(unit!.validTo)
        expect(unitAt(one.id, one.on)?.kind, `${unit!.id} to ${one.id}`).toBe(unit!.kind)
      }
    }
  })

  test('shares sum to 1 on any day after its end, among units of that day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ended), fc.integer({ min: 0, max: 365 * 20 }), (unit, days) => {
        const time = Date.parse(unit.validTo ?? '') + days * 86_400_000
        const day = new Date(time).toISOString().slice(0, 10)
        const next = successorsOf(unit.id, day)
        expect(next.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1, 12)
        for (const one of next) {
          expect(one.share).toBeGreaterThan(0)
          expect(unitAt(one.id, day)?.kind).toBe(unit.kind)
        }
      }),
    )
  })

  test('the two directions tell the same', () => {
    for (const unit of ended)
      for (const one of successorsOf(unit.id))
        expect(predecessorsOf(one.id)).toContainEqual({ ...one, id: unitById(unit.id)?.id })
  })
})
