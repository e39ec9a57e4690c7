import { shelf, validAt } from './shelf.ts'
import { bare, fold, unqualified } from './spelling.ts'
import type { Country, Unit } from './unit.ts'

/** Every folded spelling of every unit version of a country. */
type NameIndex = {
  byName: ReadonlyMap<string, readonly Unit[]>
  namesOf: ReadonlyMap<Unit, readonly string[]>
}

const indexes = new Map<Country, NameIndex>()

export function nameIndex(country: Country): NameIndex {
  const known = indexes.get(country)
  if (known) return known
  const byName = new Map<string, Unit[]>()
  const namesOf = new Map<Unit, readonly string[]>()
  for (const unit of shelf(country).versions) {
    const names = [...new Set(spellings(unit))]
    namesOf.set(unit, names)
    for (const name of names) {
      const same = byName.get(name)
      if (same) same.push(unit)
      else byName.set(name, [unit])
    }
  }
  const made = { byName, namesOf }
  indexes.set(country, made)
  return made
}

function spellings(unit: Unit): string[] {
  const { records, byId } = shelf(unit.country)
  const plain = unqualified(unit.name)
  const given = [
    unit.name,
    plain,
    ...(unit.officialName ? [unit.officialName] : []),
    ...Object.values(unit.names ?? {}),
    ...(records.get(unit.id)?.also ?? []),
  ]
  const county = byId.get(`${unit.country}-${unit.county}`)?.find(one => validAt(one, unit.validFrom))
  if (county) given.push(`${plain} (${county.name})`)
  return given.map(fold).flatMap(name => [name, ...(bare(name)?.names ?? [])])
}
