import type { Country } from '@tumstock/register/unit'

const ZONES: Readonly<Record<Country, string>> = {
  NO: 'Europe/Oslo',
  SE: 'Europe/Stockholm',
  DK: 'Europe/Copenhagen',
  FI: 'Europe/Helsinki',
  IS: 'Atlantic/Reykjavik',
}

/** The zone in which an organiser of this country writes times, until she says otherwise. */
export const timeZoneOf = (country: string): string =>
  (ZONES as Readonly<Record<string, string>>)[country] ?? 'UTC'
