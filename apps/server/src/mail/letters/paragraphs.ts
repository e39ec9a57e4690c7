import type { Deadline } from './letters.ts'

/** Paragraphs with a line between them; what is null is left out. */
export const paragraphs = (...parts: readonly (string | null)[]): string =>
  `${parts.filter(part => part !== null).join('\n\n')}\n`

/** `31. mai 2026 kl. 15:00 (Europe/Oslo)`. */
export const timeIn = (locale: string, { at, timeZone }: Deadline): string => {
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone })
  return `${time.format(new Date(at))} (${timeZone})`
}
