import { askDate } from './ask.ts'
import { countryFile } from './country-file.ts'
import { nameIndex } from './name-index.ts'
import { validAt } from './shelf.ts'
import { bare, fold } from './spelling.ts'
import { COUNTRIES, type Country, type Unit, type UnitKind } from './unit.ts'
import { unitsAt } from './units.ts'

export type Where = { country?: Country; kind?: UnitKind }

/**
 * All units of a day that go by a name: in any case, in any of their languages, with or without the word for the
 * kind (`kommune`, `kommun`, `fylkeskommune`, `län`, `region` …), which then narrows to that kind. The unit's own
 * name comes first, then other full names, then names told by the word; equals by country and code. Two units of one
 * name are two matches (Våler): the caller decides. Nothing close, nothing guessed: see `candidates` for that.
 *
 * @throws RegisterError `malformed-date`, `unknown-country`, `not-covered` (the country asked for, or every country,
 * is not in the register yet on that day)
 */
export function find(name: string, date: string, where: Where = {}): Unit[] {
  const text = fold(name)
  const worded = bare(text)
  const found = new Map<Unit, number>()
  const put = (unit: Unit, tier: number) => {
    if (validAt(unit, date) && (!where.kind || unit.kind === where.kind) && !found.has(unit))
      found.set(unit, tier)
  }
  for (const country of countriesAt(date, where)) {
    const { byName } = nameIndex(country)
    for (const unit of byName.get(text) ?? []) put(unit, fold(unit.name) === text ? 0 : 1)
    for (const plain of worded?.names ?? [])
      for (const unit of byName.get(plain) ?? []) if (unit.kind === worded?.kind) put(unit, 2)
  }
  // Sorting is stable, and countries and codes already stand in order.
  return [...found].sort((a, b) => a[1] - b[1]).map(([unit]) => unit)
}

/** The countries to search on a day. One that is asked for by name must be known then; others are passed over. */
export function countriesAt(date: string, where: Where): Country[] {
  askDate(date)
  const known = COUNTRIES.filter(country => countryFile(country).coverage.from <= date)
  if (where.country && !known.includes(where.country)) unitsAt(where.country, date)
  return where.country ? [where.country] : known
}
