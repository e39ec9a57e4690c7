import { readFileSync } from 'node:fs'
import type { Country, UnitKind } from './unit.ts'

/** `[from, to (exclusive) or null, name, county code or null, official name if it differs]` */
export type VersionRow = [
  from: string,
  to: string | null,
  name: string,
  county: string | null,
  official?: string,
]

/**
 * What the unit's people belong to from a day on, by weight; only the proportions count. The first row of a unit is
 * its end. A later row says where they are after a further change, when following the chain would mix them with
 * others: old Haram is in Ålesund in 2020 and Haram again in 2024.
 */
export type ChangeRow = [on: string, to: Record<string, number>, basis?: 'counted' | 'estimated']

export type UnitRecord = {
  code: string
  /** Municipality if absent. */
  kind?: UnitKind
  countyMunicipality?: boolean
  versions: VersionRow[]
  names?: Record<string, string>
  /** Further spellings in use, for the search alone. */
  also?: string[]
  /** Latitude, longitude. */
  at?: [number, number]
  /** One count per date of the file's `population.dates`; null where the source gives none. Trailing nulls left out. */
  population?: (number | null)[]
  becomes?: ChangeRow[]
}

export type SourceRow = {
  id: string
  /** Who is to be cited. */
  office: string
  title: string
  /** Which of the register's facts come from it. */
  gives: string
  licence: string
  url: string
}

/** A file of `data/`: one country, one line per unit. */
export type CountryFile = {
  country: Country
  coverage: { from: string; checked: string }
  notes: string[]
  population: { source: string; dates: string[] }
  sources: SourceRow[]
  units: UnitRecord[]
}

const read = new Map<Country, CountryFile>()

/** Read once, when the country is first asked for: importing the register costs nothing. */
export function countryFile(country: Country): CountryFile {
  let file = read.get(country)
  if (!file) {
    const path = new URL(`../data/${country.toLowerCase()}.json`, import.meta.url)
    file = JSON.parse(readFileSync(path, 'utf8')) as CountryFile
    read.set(country, file)
  }
  return file
}
