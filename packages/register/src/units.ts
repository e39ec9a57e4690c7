import { askCountry, askDate, countryOf } from './ask.ts'
import { countryFile } from './country-file.ts'
import { RegisterError } from './error.ts'
import { shelf, validAt } from './shelf.ts'
import type { Country, Unit, UnitKind } from './unit.ts'

/**
 * The days between which a country's list of units is known to be complete. Before `from` lists are refused; after
 * `checked` the register goes on telling what it last knew.
 */
export function coverageOf(country: Country): { from: string; checked: string } {
  return { ...countryFile(askCountry(country)).coverage }
}

/**
 * All units of a country on a day, sorted by code.
 *
 * @throws RegisterError `unknown-country`, `malformed-date`, or `not-covered` for a day before the register begins:
 * a list that lacks units would be worse than none.
 */
export function unitsAt(country: Country, date: string, kind?: UnitKind): Unit[] {
  askCountry(country)
  askDate(date)
  const { from } = countryFile(country).coverage
  if (date < from)
    throw new RegisterError(
      'not-covered',
      `The units of ${country} on ${date} are not in the register. Allowed: ${from} or later.`,
    )
  return shelf(country).versions.filter(
    unit => validAt(unit, date) && (kind === undefined || unit.kind === kind),
  )
}

/** The unit as it was on a day, or null if the register knows no such unit on that day. */
export function unitAt(id: string, date: string): Unit | null {
  askDate(date)
  return versionsOf(id).find(unit => validAt(unit, date)) ?? null
}

/** The latest version of a unit, whether or not it still exists; null for an id outside the register. */
export function unitById(id: string): Unit | null {
  return versionsOf(id).at(-1) ?? null
}

function versionsOf(id: string): readonly Unit[] {
  const country = countryOf(id)
  return (country && shelf(country).byId.get(id)) ?? []
}
