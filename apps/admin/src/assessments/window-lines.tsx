import { useTranslation } from 'react-i18next'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import type { LayerWindow } from './assessing.ts'
import styles from './assessments.module.css'

type Props = { windows: readonly LayerWindow[]; timeZone: string }

/** When each layer is written and replied to: in the reader's own time, with the organiser's beside it where it differs. */
export function WindowLines({ windows, timeZone }: Props) {
  const { t } = useTranslation('assessing')
  const time = useTimes(timeZone)
  const now = new Date().toISOString()
  return (
    <ul className={styles.windows}>
      {windows.map(window => {
        const { key, at } = stateOf(window, now)
        return (
          <li key={window.layer}>
            {t(`window.${key}`, { layer: t(`layer.${window.layer}`), time: at ? time(at) : '' })}
          </li>
        )
      })}
    </ul>
  )
}

type State = { key: 'before' | 'open' | 'openEnd' | 'reply' | 'over' | 'unset'; at: string | null }

function stateOf({ opensAt, closesAt, replyUntil }: LayerWindow, now: string): State {
  if (opensAt === null) return { key: 'unset', at: null }
  if (now < opensAt) return { key: 'before', at: opensAt }
  if (closesAt === null) return { key: 'openEnd', at: null }
  if (now < closesAt) return { key: 'open', at: closesAt }
  return replyUntil === null ? { key: 'over', at: closesAt } : { key: 'reply', at: replyUntil }
}

/** A time of the round in words. */
export function useTimes(timeZone: string): (iso: string) => string {
  const { t } = useTranslation('assessing')
  const locale = useLocale()
  const there = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return iso => {
    const own = formatTime(iso, locale)
    const organisers = there.format(new Date(iso))
    return own === organisers ? own : `${own} ${t('window.zone', { zone: timeZone, time: organisers })}`
  }
}
