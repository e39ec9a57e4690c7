import { useTranslation } from 'react-i18next'
import { formatTime, inWords } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import type { View } from './answered.ts'

/** Until when one may answer, in the reader's own time; the organiser's beside it where that is another. */
export function Deadline({ window }: { window: View['window'] }) {
  const { t } = useTranslation('answering')
  const locale = useLocale()
  if (!window) return t('deadline.none')
  const now = new Date()
  const { opensAt, closesAt, extendedTo, graceUntil, timeZone } = window
  if (opensAt === null) return t('deadline.none')
  const words = (at: string) => ({ at: timeIn(at, timeZone, locale), when: inWords(at, locale, now) })
  if (new Date(opensAt) > now) return t('deadline.opens', words(opensAt))
  const end = extendedTo ?? closesAt
  if (end === null) return t('deadline.open')
  if (new Date(end) > now) return t(extendedTo ? 'deadline.extended' : 'deadline.closes', words(end))
  if (graceUntil !== null && new Date(graceUntil) > now) return t('deadline.grace', words(graceUntil))
  return t('deadline.closed', words(end))
}

const timeIn = (at: string, timeZone: string, locale: string): string => {
  const own = formatTime(at, locale)
  const look = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const
  const theirs = new Intl.DateTimeFormat(locale, look).format(new Date(at))
  return theirs === own ? own : `${own} (${theirs} ${timeZone})`
}
