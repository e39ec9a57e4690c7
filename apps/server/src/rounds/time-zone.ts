import type { Country } from '@tumstock/register/unit'

const ZONES: Readonly<Record<Country, string>> = {
  NO: 'Europe/Oslo',
  SE: 'Europe/Stockholm',
  DK: 'Europe/Copenhagen',
  FI: 'Europe/Helsinki',
  IS: 'Atlantic/Reykjavik',
}

/** True for a place's zone (`Europe/Oslo`, `UTC`), whose clocks the computer knows; an offset alone would miss summer time. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The zone in which an organiser of this country writes times, until she says otherwise. */
export const timeZoneOf = (country: string): string =>
  (ZONES as Readonly<Record<string, string>>)[country] ?? 'UTC'
