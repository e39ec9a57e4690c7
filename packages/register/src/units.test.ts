import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RegisterError } from './error.ts'
import { shelf } from './shelf.ts'
import { COUNTRIES, type Country, type UnitKind } from './unit.ts'
import { coverageOf, unitAt, unitById, unitsAt } from './units.ts'

const count = (country: Country, date: string, kind: UnitKind) => unitsAt(country, date, kind).length

describe('how many units there are', () => {
  test.each([
    ['2006-01-01', 431],
    ['2010-01-01', 430],
    ['2011-12-31', 430],
    ['2012-01-01', 429],
    ['2013-01-01', 428],
    ['2014-01-01', 428],
    ['2015-01-01', 428],
    ['2016-12-31', 428],
    ['2017-01-01', 426],
    ['2018-01-01', 422],
    ['2019-12-31', 422],
    ['2020-01-01', 356],
    ['2023-12-31', 356],
    ['2024-01-01', 357],
    ['2026-01-01', 357],
  ])('Norwegian municipalities on %s: %i', (date, n) => {
    expect(count('NO', date, 'municipality')).toBe(n)
  })

  test.each([
    ['2014-01-01', 19, 18],
    ['2018-01-01', 18, 17],
    ['2020-01-01', 11, 10],
    ['2024-01-01', 15, 14],
  ])('Norwegian counties on %s: %i, of which %i county municipalities, for Oslo is none', (date, n, run) => {
    const counties = unitsAt('NO', date, 'county')
    expect(counties.length).toBe(n)
    expect(counties.filter(unit => !unit.countyMunicipality).map(unit => unit.name)).toEqual(['Oslo'])
    expect(counties.filter(unit => unit.countyMunicipality).length).toBe(run)
  })

  test.each([
    ['SE', '2008-01-01', 290, 21],
    ['SE', '2024-01-01', 290, 21],
    ['DK', '2020-01-01', 98, 5],
    ['FI', '2020-12-31', 310, 19],
    ['FI', '2021-01-01', 309, 19],
    ['FI', '2024-01-01', 309, 19],
    ['IS', '2020-01-01', 72, 0],
  ] as const)('%s on %s: %i municipalities, %i counties', (country, date, municipalities, counties) => {
    expect(count(country, date, 'municipality')).toBe(municipalities)
    expect(count(country, date, 'county')).toBe(counties)
    expect(unitsAt(country, date).length).toBe(municipalities + counties)
  })
})

describe('one unit', () => {
  test('Oppland is a county in 2014 and gone in 2020', () => {
    expect(unitAt('NO-05', '2014-01-01')).toEqual({
      id: 'NO-05',
      code: '05',
      country: 'NO',
      kind: 'county',
      name: 'Oppland',
      county: null,
      countyMunicipality: true,
      position: { lat: 60.958, lon: 10.232 },
      validFrom: '1919-01-01',
      validTo: '2020-01-01',
    })
    expect(unitAt('NO-05', '2020-01-01')).toBe(null)
    expect(unitById('NO-05')?.name).toBe('Oppland')
  })

  test('shows the name of its time', () => {
    expect(unitAt('NO-1849', '2011-12-31')?.name).toBe('Hamarøy')
    expect(unitAt('NO-1849', '2012-01-01')?.name).toBe('Hábmer')
    expect(unitById('NO-5540')).toMatchObject({
      name: 'Gáivuotna',
      officialName: 'Gáivuotna - Kåfjord - Kaivuono',
      names: { nb: 'Kåfjord', se: 'Gáivuotna', fkv: 'Kaivuono' },
    })
    expect(unitById('SE-0117')).toMatchObject({ name: 'Österåker', officialName: 'Österåkers kommun' })
    expect(unitById('FI-478')).toMatchObject({
      name: 'Mariehamn',
      names: { fi: 'Maarianhamina', sv: 'Mariehamn' },
    })
  })

  test('shows the county of its time', () => {
    expect(unitAt('FI-291', '2020-12-31')?.county).toBe('13')
    expect(unitAt('FI-291', '2021-01-01')?.county).toBe('06')
  })

  test('Christiansø is no municipality', () => {
    expect(unitById('DK-411')).toBe(null)
  })

  test('an id from outside is unknown, not an error', () => {
    expect(unitById('XX-0301')).toBe(null)
    expect(unitAt('NO-9999', '2024-01-01')).toBe(null)
  })
})

describe('what the register cannot answer', () => {
  const code = (ask: () => unknown) => {
    try {
      return ask()
    } catch (error) {
      return error instanceof RegisterError ? `${error.code}: ${error.message}` : error
    }
  }

  test('a country it does not know', () => {
    expect(code(() => unitsAt('DE' as Country, '2024-01-01'))).toBe(
      'unknown-country: No country "DE" in the register. Allowed: NO, SE, DK, FI, IS.',
    )
  })

  test.each(['2024-1-1', '2024', '', '2023-02-29', '2024-13-01', '2024-01-01T00:00:00Z'])('"%s"', date => {
    expect(code(() => unitAt('NO-0301', date))).toBe(
      `malformed-date: "${date}" is not a date. Allowed: a calendar day as YYYY-MM-DD, such as 2024-01-01.`,
    )
  })

  test('a list from before it begins', () => {
    expect(code(() => unitsAt('DK', '2019-12-31'))).toBe(
      'not-covered: The units of DK on 2019-12-31 are not in the register. Allowed: 2020-01-01 or later.',
    )
  })
})

describe('of every unit', () => {
  const all = COUNTRIES.flatMap(country => [...shelf(country).byId.values()])

  test('versions follow one another without overlap or gap', () => {
    for (const versions of all)
      for (const [at, version] of versions.entries()) {
        expect(version.validTo === null || version.validFrom < version.validTo).toBe(true)
        if (at > 0) expect(version.validFrom, version.id).toBe(versions[at - 1]?.validTo)
      }
  })

  const kinds = fc.constantFrom('municipality' as const, 'county' as const)
  const someday = fc
    .tuple(fc.constantFrom(...COUNTRIES), fc.integer({ min: 0, max: 365 * 25 }))
    .map(([country, days]) => {
      const day = new Date(Date.parse('2006-01-01') + days * 86_400_000).toISOString().slice(0, 10)
      const { from } = coverageOf(country)
      return { country, day: day < from ? '2024-07-01' : day }
    })

  test('its name is its own in its country and kind, and the list is sorted', () => {
    fc.assert(
      fc.property(someday, kinds, ({ country, day }, kind) => {
        const units = unitsAt(country, day, kind)
        expect(new Set(units.map(unit => unit.name)).size).toBe(units.length)
        expect(units.map(unit => unit.code)).toEqual(units.map(unit => unit.code).toSorted())
        for (const unit of units) expect(unitAt(unit.id, day)).toBe(unit)
      }),
    )
  })

  test('its county exists on the same day, and every county has municipalities', () => {
    fc.assert(
      fc.property(someday, ({ country, day }) => {
        const named = new Set(unitsAt(country, day, 'municipality').map(unit => unit.county))
        const counties = unitsAt(country, day, 'county').map(unit => unit.code)
        expect([...named].toSorted()).toEqual(country === 'IS' ? [null] : counties)
      }),
    )
  })
})
