/** Dates for readers: ISO-8601 UTC text in, the reader's own words and time zone out. */

const made = new Map<string, Intl.DateTimeFormat>()

const formatter = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = locale + JSON.stringify(options)
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options)
  made.set(key, known)
  return known
}

/** A date without a time (`2014-01-01`) is the same day everywhere. */
const isDay = (iso: string) => iso.length === 10

export const formatDay = (iso: string, locale: string): string =>
  formatter(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(isDay(iso) && { timeZone: 'UTC' }),
  }).format(new Date(iso))

export const formatTime = (iso: string, locale: string): string =>
  formatter(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))

/** A time of a round: the reader's own, and the organiser's with its zone where that says otherwise. */
export const formatTimeOf = (iso: string, locale: string, zone: string): string => {
  const own = formatTime(iso, locale)
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: zone } as const
  const theirs = formatter(locale, options).format(new Date(iso))
  return theirs === own ? own : `${own} (${theirs} ${zone})`
}

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** How far off a time is, in the largest unit that it fills: "in 3 days", "yesterday", "now". */
export const inWords = (iso: string, locale: string, now: Date): string => {
  const seconds = (new Date(iso).getTime() - now.getTime()) / 1000
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  for (const [unit, size] of STEPS)
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit)
  return words.format(0, 'second')
}

/** For `<input type="datetime-local">`: local time without a zone; empty for none. */
export const toLocalInput = (iso: string | null): string => {
  if (iso === null) return ''
  const date = new Date(iso)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** What such a field holds as UTC; null when it is empty or not yet a time. */
export const fromLocalInput = (text: string): string | null => {
  const date = new Date(text)
  return text === '' || Number.isNaN(date.getTime()) ? null : date.toISOString()
}
