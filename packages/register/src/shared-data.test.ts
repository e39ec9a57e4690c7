import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { find } from './find.ts'
import { successorsOf } from './lineage.ts'
import { populationAt, populationsOf } from './population.ts'
import { unqualified } from './spelling.ts'
import type { Country } from './unit.ts'
import { unitAt, unitsAt } from './units.ts'

// The statistical offices' own figures lie beside the repository, not in it.
const shared = new URL('../../../../shared/data/', import.meta.url)
const absent = !existsSync(shared)
if (absent)
  process.emitWarning(
    '../shared/data is absent: the register is NOT compared with the figures it is made from',
  )

const read = (path: string) => readFileSync(new URL(path, shared), 'utf8')

/** None of the compared files has a comma inside a field. */
const rowsOf = (path: string) => {
  const [head, ...lines] = read(path).replaceAll('"', '').trim().split(/\r?\n/)
  const names = head!.split(',')
  return lines.map(line => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, at) => [name, cells[at]!]))
  })
}

type Row = {
  code: string
  name: string
  county_code: string
  county_name: string
  name_alt?: string
  name_no?: string
}
type Municipalities<Extra> = { municipalities: (Row & Extra)[] }

const parse = <Extra>(path: string) => (JSON.parse(read(path)) as Municipalities<Extra>).municipalities

const countAt = (id: string, date: string) => {
  const count = populationAt(id, date)
  return count?.asOf === date ? count.value : null
}

const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** What the shared files tell of a municipality, as the register tells it. */
const told = (country: Country, date: string) =>
  unitsAt(country, date, 'municipality').map(({ id, code, name, county }) => ({
    code,
    name: unqualified(name),
    county,
    population: countAt(id, date),
  }))

describe.skipIf(absent)('as ../shared/data tells', () => {
  describe.each([2010, 2011, 2012, 2013, 2014, 2017, 2018, 2019, 2020, 2021])('Norway %i', year => {
    const date = `${year}-01-01`
    const rows = absent ? [] : parse<{ population: number | null }>(`no/municipalities-${year}.json`)

    test('every code, name, county and population', () => {
      expect(told('NO', date)).toEqual(
        rows.map(row => ({
          code: row.code,
          name: unqualified(row.name),
          county: row.county_code,
          population: row.population,
        })),
      )
      expect(sum(told('NO', date).map(one => one.population))).toBe(sum(rows.map(row => row.population)))
    })

    test('every county name and sum', () => {
      for (const [code, municipalities] of Map.groupBy(rows, row => row.county_code)) {
        const counts = municipalities.map(row => row.population)
        expect(unitAt(`NO-${code}`, date)?.name).toBe(municipalities[0]!.county_name)
        expect(countAt(`NO-${code}`, date), code).toBe(counts.includes(null) ? null : sum(counts))
      }
    })

    test('every name, as written there, finds its municipality', () => {
      for (const row of rows)
        for (const name of [row.name, row.name_alt, row.name_no].filter(name => name !== undefined))
          expect(
            find(name, date, { country: 'NO' }).map(unit => unit.code),
            name,
          ).toContain(row.code)
    })
  })

  type Counted = { population_2024: number; population_2025: number; population_2026: number }

  test('Norway 2024 to 2026', () => {
    const rows = parse<Counted>('no/municipalities-2024.json')
    for (const [year, total] of [
      [2024, 5_550_203],
      [2025, 5_594_340],
      [2026, 5_627_400],
    ] as const) {
      const units = told('NO', `${year}-01-01`)
      expect(units).toEqual(
        rows.map(row => ({
          code: row.code,
          name: unqualified(row.name),
          county: row.county_code,
          population: row[`population_${year}`],
        })),
      )
      expect(sum(units.map(unit => unit.population))).toBe(total)
    }
    for (const row of rows) {
      expect(unitAt(`NO-${row.county_code}`, '2024-01-01')?.name).toBe(row.county_name)
      for (const name of [row.name, row.name_alt, row.name_no].filter(name => name !== undefined))
        expect(
          find(name, '2024-01-01').map(unit => unit.id),
          name,
        ).toContain(`NO-${row.code}`)
    }
  })

  test('Norwegian mergers of 2020', () => {
    const rows = rowsOf('no/bord4_2020_norwegian_regions_changes.csv')
    for (const [code, moves] of Map.groupBy(rows, row => row.municipality_id_2019!)) {
      const next = successorsOf(`NO-${code}`, '2020-01-01')
      expect(next.map(one => one.id).toSorted()).toEqual(
        moves.map(move => `NO-${move.municipality_id_2020}`).toSorted(),
      )
      for (const move of moves)
        expect(unitAt(`NO-${move.municipality_id_2020}`, '2020-01-01')?.county).toBe(move.county_id_2020)
    }
  })

  test('Norwegian correspondence to 2024, but for Ålesund, which it divides by halves', () => {
    const rows = rowsOf('no/correspondence-to-2024.csv')
    const differing = new Set<string>()
    for (const [from, weights] of Map.groupBy(rows, row => `${row.from_year} ${row.from_code}`)) {
      const [year, code] = from.split(' ')
      expect(unitAt(`NO-${code}`, `${year}-01-01`), from).not.toBe(null)
      const next = successorsOf(`NO-${code}`, '2024-01-01').map(one => `${one.id} ${one.share.toFixed(6)}`)
      const table = weights.map(row => `NO-${row.to_code} ${Number(row.weight).toFixed(6)}`)
      if (next.toSorted().join() !== table.toSorted().join()) differing.add(code!)
    }
    expect([...differing].toSorted()).toEqual(['1504', '1507', '1523', '1529', '1534', '1546'])
  })

  test('Sweden', () => {
    const rows = parse<{ official_name: string; population_lau2020: number }>('se/municipalities.json')
    expect(told('SE', '2020-01-01')).toEqual(
      rows.map(row => ({
        code: row.code,
        name: row.name,
        county: row.county_code,
        population: row.population_lau2020,
      })),
    )
    for (const row of rows) expect(find(row.official_name, '2020-01-01')[0]?.id).toBe(`SE-${row.code}`)
    expect(unitsAt('SE', '2020-01-01', 'county').map(({ code, name }) => [code, name])).toEqual(
      rowsOf('se/swedish-geodata_counties.csv').map(row => [row.county_code, row.county_name]),
    )
    expect(sum(unitsAt('SE', '2020-01-01', 'county').map(unit => countAt(unit.id, '2020-01-01')))).toBe(
      10_327_589,
    )
  })

  test('Finland', () => {
    const rows = rowsOf('fi/municipality_key_2024_geofi.csv')
    const byCode = new Map(unitsAt('FI', '2024-01-01', 'municipality').map(unit => [Number(unit.code), unit]))
    expect(byCode.size).toBe(rows.length)
    for (const row of rows) {
      const unit = byCode.get(Number(row.kunta))
      expect(unit?.names?.fi ?? unit?.name).toBe(row.municipality_name_fi)
      expect(unit?.names?.sv ?? unit?.name).toBe(row.municipality_name_sv)
      expect(unit?.name).toBe(row.municipality_name_en)
      const county = unitAt(`FI-${unit?.county}`, '2024-01-01')
      expect(Number(county?.code)).toBe(Number(row.maakunta_code))
      expect(county?.names?.fi ?? county?.name).toBe(row.maakunta_name_fi)
    }
  })

  test.each(['NO', 'SE', 'DK', 'FI', 'IS'] as const)('local administrative units of 2020: %s', country => {
    const folder = country.toLowerCase()
    const rows = rowsOf(`${folder}/lau2020_nuts2021_${country}.csv`).filter(row => row.lau_id !== '411')
    const told = unitsAt(country, '2020-01-01', 'municipality').map(unit => [
      unit.code,
      unit.position,
      countAt(unit.id, '2020-01-01'),
    ])
    expect(told).toEqual(
      rows
        .toSorted((a, b) => (a.lau_id! < b.lau_id! ? -1 : 1))
        .map(row => [
          row.lau_id,
          {
            lat: Number(Number(row.latitude).toFixed(3)),
            lon: Number(Number(row.longitude).toFixed(3)),
          },
          row.population === 'NA' ? null : Number(row.population),
        ]),
    )
    for (const row of country === 'NO' ? [] : rows)
      for (const name of row.lau_name!.split(/ \/ | - /))
        expect(
          find(name, '2020-01-01', { country }).map(unit => unit.code),
          name,
        ).toContain(row.lau_id)
    expect(populationsOf('IS-0000')).toEqual([])
  })
})
