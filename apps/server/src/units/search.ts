import { candidates } from '@tumstock/register/candidates'
import { find } from '@tumstock/register/find'
import { COUNTRIES, type Country, type Unit, type UnitKind } from '@tumstock/register/unit'
import { coverageOf, unitsAt } from '@tumstock/register/units'

export type Search = {
  text: string
  date: string
  country?: Country | undefined
  kind?: UnitKind | undefined
}

export type UnitHit = Pick<Unit, 'id' | 'code' | 'name' | 'country' | 'kind' | 'county'>

const SHOWN = 20

/** Units of a day for a search field: whole names first, then beginnings and codes, then parts, then close spellings. */
export function searchUnits({ text, date, country, kind }: Search): UnitHit[] {
  const wanted = text.trim().toLocaleLowerCase('nb')
  if (wanted === '') return []
  const where = { ...(country && { country }), ...(kind && { kind }) }
  const units = (country ? [country] : COUNTRIES)
    .filter(one => coverageOf(one).from <= date)
    .flatMap(one => unitsAt(one, date, kind))
  const spelled = units.flatMap(unit => ({ unit, names: namesOf(unit) }))
  const starting = spelled.filter(
    ({ unit, names }) => unit.code === wanted || names.some(name => name.startsWith(wanted)),
  )
  const holding = spelled.filter(({ names }) => names.some(name => name.includes(wanted)))
  const hits = new Map<string, Unit>()
  const put = (unit: Unit) => hits.set(unit.id, hits.get(unit.id) ?? unit)
  if (units.length > 0) find(text, date, where).forEach(put)
  for (const { unit } of [...starting, ...holding]) put(unit)
  if (hits.size === 0 && units.length > 0) for (const { unit } of candidates(text, date, where)) put(unit)
  return [...hits.values()].slice(0, SHOWN).map(hitOf)
}

const hitOf = ({ id, code, name, country, kind, county }: Unit): UnitHit => ({
  id,
  code,
  name,
  country,
  kind,
  county,
})

const namesOf = (unit: Unit): string[] =>
  [unit.name, unit.officialName ?? '', ...Object.values(unit.names ?? {})].map(name =>
    name.toLocaleLowerCase('nb'),
  )
