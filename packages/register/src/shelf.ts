import { countryFile, type UnitRecord, type VersionRow } from './country-file.ts'
import type { Country, Unit } from './unit.ts'

/** A country's units, laid out for reading. */
type Shelf = {
  /** Every version, by code, then by date. */
  readonly versions: readonly Unit[]
  readonly byId: ReadonlyMap<string, readonly Unit[]>
  readonly records: ReadonlyMap<string, UnitRecord>
}

const shelves = new Map<Country, Shelf>()

export function shelf(country: Country): Shelf {
  const known = shelves.get(country)
  if (known) return known
  const records = new Map<string, UnitRecord>()
  const byId = new Map<string, readonly Unit[]>()
  const sorted = countryFile(country).units.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  for (const record of sorted) {
    const id = `${country}-${record.code}`
    records.set(id, record)
    byId.set(
      id,
      record.versions.map(row => unitOf(country, record, row)),
    )
  }
  const made = { records, byId, versions: [...byId.values()].flat() }
  shelves.set(country, made)
  return made
}

function unitOf(country: Country, record: UnitRecord, row: VersionRow): Unit {
  const [validFrom, validTo, name, county, officialName] = row
  return Object.freeze({
    id: `${country}-${record.code}`,
    code: record.code,
    country,
    kind: record.kind ?? 'municipality',
    name,
    ...(record.names && { names: Object.freeze(record.names) }),
    ...(officialName !== undefined && { officialName }),
    county,
    ...(record.countyMunicipality !== undefined && { countyMunicipality: record.countyMunicipality }),
    position: record.at ? Object.freeze({ lat: record.at[0], lon: record.at[1] }) : null,
    validFrom,
    validTo,
  })
}

export function validAt(unit: Unit, date: string): boolean {
  return unit.validFrom <= date && (unit.validTo === null || date < unit.validTo)
}
