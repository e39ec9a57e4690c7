import { countryFile, type SourceRow } from './country-file.ts'
import { COUNTRIES, type Country } from './unit.ts'

export type Source = SourceRow & { country: Country }

/** Every source of the register, by country. Show them wherever the register's facts are shown. */
export function sourcesOf(): Source[] {
  return COUNTRIES.flatMap(country => countryFile(country).sources.map(source => ({ ...source, country })))
}

/** How a count names its source. */
export function citation(country: Country, id: string): string {
  const source = countryFile(country).sources.find(one => one.id === id)
  if (!source) throw new Error(`data of ${country}: no source "${id}"`)
  return `${source.office}, ${source.title}`
}
