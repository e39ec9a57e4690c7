import { RegisterError } from './error.ts'
import { COUNTRIES, type Country } from './unit.ts'

/** Refuses what is not a calendar date: dates are compared as text, where `2024-1-1` would sort wrongly. */
export function askDate(date: string): void {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new RegisterError(
      'malformed-date',
      `"${date}" is not a date. Allowed: a calendar day as YYYY-MM-DD, such as 2024-01-01.`,
    )
}

export function askCountry(country: string): Country {
  const known = COUNTRIES.find(one => one === country)
  if (!known)
    throw new RegisterError(
      'unknown-country',
      `No country "${country}" in the register. Allowed: ${COUNTRIES.join(', ')}.`,
    )
  return known
}

/** The country that an id names, or null: ids from outside the register are no error where "unknown" is an answer. */
export function countryOf(id: string): Country | null {
  return COUNTRIES.find(country => id.startsWith(`${country}-`)) ?? null
}
