import { tzOffset } from '@date-fns/tz/tzOffset'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * The moments (ISO-8601 UTC) at which a clock in this zone shows a time, as `<input type="datetime-local">` gives it: one;
 * none in the hour that is skipped as summer time begins; two in the hour that comes twice as it ends, the first first.
 */
export function momentsOf(text: string, zone: string): string[] {
  const shown = Date.parse(`${text}Z`)
  if (Number.isNaN(shown)) return []
  const offsets = new Set([shown - DAY, shown + DAY].map(near => tzOffset(zone, new Date(near))))
  return [...offsets]
    .map(offset => ({ offset, at: shown - offset * MINUTE }))
    .filter(({ offset, at }) => tzOffset(zone, new Date(at)) === offset)
    .map(({ at }) => new Date(at).toISOString())
    .toSorted()
}

/** What a clock in this zone shows, for `<input type="datetime-local">`; empty for none. */
export const shownIn = (iso: string | null, zone: string): string => {
  if (iso === null) return ''
  const at = new Date(iso)
  return new Date(at.getTime() + tzOffset(zone, at) * MINUTE).toISOString().slice(0, 16)
}

/** `UTC+1`, `UTC−3:30`: how far a zone's clocks are ahead at a moment. */
export const offsetAt = (iso: string, zone: string): string => {
  const minutes = tzOffset(zone, new Date(iso))
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

/** Zones that an organiser chooses from: those of the Nordic countries, the reader's own, and the one that is chosen. */
export const zonesToChoose = (chosen: string): string[] => [
  ...new Set([
    'Europe/Oslo',
    'Europe/Stockholm',
    'Europe/Copenhagen',
    'Europe/Helsinki',
    'Atlantic/Reykjavik',
    'Atlantic/Faroe',
    'America/Nuuk',
    'UTC',
    ownZone(),
    chosen,
  ]),
]

export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
