import { describe, expect, test } from 'vitest'
import { candidates } from './candidates.ts'
import { find, type Where } from './find.ts'

const ids = (name: string, date: string, where?: Where) => find(name, date, where).map(unit => unit.id)

describe('find', () => {
  test.each([
    ['Sørum', '2011-06-01', ['NO-0226']],
    ['Sørum', '2024-01-01', []],
    ['Haram', '2019-01-01', ['NO-1534']],
    ['Haram', '2021-01-01', []],
    ['Haram', '2024-01-01', ['NO-1580']],
    ['Oppland', '2014-01-01', ['NO-05']],
    ['Oppland fylkeskommune', '2014-01-01', ['NO-05']],
    ['  oppland   FYLKESKOMMUNE ', '2014-01-01', ['NO-05']],
    ['Austrheim kommune', '2014-01-01', ['NO-1264']],
    ['Lidingö stad', '2019-01-01', ['SE-0186']],
    ['Österåkers kommun', '2020-01-01', ['SE-0117']],
    ['Københavns Kommune', '2020-01-01', ['DK-101']],
    ['Region Syddanmark', '2020-01-01', ['DK-1083']],
    ['Mariehamn', '2024-01-01', ['FI-478']],
    ['Maarianhamina', '2024-01-01', ['FI-478']],
    ['Helsingfors', '2024-01-01', ['FI-091']],
    ['Reykjavík', '2020-01-01', ['IS-0000']],
    ['Kåfjord', '2014-01-01', ['NO-1940']],
    ['Gáivuotna – Kåfjord – Kaivuono', '2024-01-01', ['NO-5540']],
    ['Voss herad', '2020-01-01', ['NO-4621']],
    ['Romsa', '2024-01-01', ['NO-55']],
  ])('"%s" on %s: %j', (name, date, found) => {
    expect(ids(name, date)).toEqual(found)
  })

  test('gives every unit of the name', () => {
    expect(ids('Våler', '2014-01-01')).toEqual(['NO-0137', 'NO-0426'])
    expect(ids('Våler', '2024-01-01')).toEqual(['NO-3114', 'NO-3419'])
    expect(ids('våler kommune', '2024-01-01')).toEqual(['NO-3114', 'NO-3419'])
    expect(ids('Herøy', '2014-01-01')).toEqual(['NO-1515', 'NO-1818'])
    expect(ids('Våler (Hedmark)', '2014-01-01')).toEqual(['NO-0426'])
    expect(ids('Vang (Oppland)', '2014-01-01')).toEqual(['NO-0545'])
  })

  test('lets the word for the kind, and the options, narrow', () => {
    expect(ids('Oslo', '2014-01-01')).toEqual(['NO-03', 'NO-0301'])
    expect(ids('Oslo kommune', '2014-01-01')).toEqual(['NO-0301'])
    expect(ids('Oslo', '2014-01-01', { kind: 'county' })).toEqual(['NO-03'])
    expect(ids('Stockholms län', '2020-01-01')).toEqual(['SE-01'])
    expect(ids('Region Stockholm', '2020-01-01')).toEqual(['SE-01'])
    expect(ids('Sund', '2019-01-01')).toEqual(['NO-1245'])
    expect(ids('Sund', '2024-01-01', { country: 'NO' })).toEqual([])
    expect(ids('Nes', '2014-01-01', { country: 'SE' })).toEqual([])
  })

  test('puts the name itself before other names', () => {
    expect(ids('Stockholm', '2020-01-01')).toEqual(['SE-0180', 'SE-01'])
    expect(ids('Region Gotland', '2020-01-01')).toEqual(['SE-0980', 'SE-09'])
  })

  test('never guesses', () => {
    expect(ids('Alesund', '2014-01-01')).toEqual([])
    expect(ids('Lillestrom', '2024-01-01')).toEqual([])
    expect(ids('Lille', '2024-01-01')).toEqual([])
    expect(ids('', '2024-01-01')).toEqual([])
  })

  test('refuses a country before the register knows it, and passes over others', () => {
    expect(() => find('Odense', '2015-01-01', { country: 'DK' })).toThrow(
      'The units of DK on 2015-01-01 are not in the register. Allowed: 2020-01-01 or later.',
    )
    expect(ids('Odense', '2015-01-01')).toEqual([])
  })
})

describe('candidates', () => {
  const close = (text: string, date: string, where?: Where) =>
    candidates(text, date, where).map(one => `${one.unit.name} ${one.distance}`)

  test('are close spellings, closest first', () => {
    expect(close('Alesund', '2014-01-01')).toEqual(['Ålesund 0'])
    expect(close('Lilestrøm', '2024-01-01', { country: 'NO' })).toEqual(['Lillestrøm 1'])
    expect(close('Trodnheim kommune', '2024-01-01')).toEqual(['Trondheim 1'])
    expect(close('Gaivuotna', '2024-01-01')).toEqual(['Gáivuotna 0'])
  })

  test('tell of nothing that is far', () => {
    expect(close('Sørumsand', '2024-01-01', { country: 'SE' })).toEqual([])
    expect(close('', '2024-01-01')).toEqual([])
  })
})
