import {
  ArrowsCirclepathIcon,
  CheckmarkIcon,
  CloudSlashIcon,
  ExclamationmarkTriangleIcon,
  PersonGroupIcon,
} from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { useAnswering } from './answering.ts'
import styles from './questionnaire.module.css'
import type { Refused } from './unsent.ts'

/** Where one answer is: on its way, saved and by whom, or held with the reason. The page's own line tells screen readers. */
export function SaveState({ name }: { name: string }) {
  const { t } = useTranslation('answering')
  const locale = useLocale()
  const { view, unsent, link, me } = useAnswering()
  const waiting = unsent.find(one => one.question === name)
  const answer = view.answers[name]
  if (!waiting) {
    if (!answer) return null
    const at = formatTime(answer.at, locale)
    const by = answer.author && answer.author.id !== me ? answer.author.name : null
    return (
      <p className={styles.state} data-state="saved">
        <CheckmarkIcon aria-hidden />
        {by === null ? t('state.saved', { at }) : t('state.savedBy', { at, name: by })}
      </p>
    )
  }
  const { held } = waiting
  if (held?.by === 'refusal')
    return (
      <p className={styles.state} data-state="refused" id={`${name}-problem`}>
        <ExclamationmarkTriangleIcon aria-hidden />
        <Refusal {...held} />
      </p>
    )
  if (held)
    return (
      <p className={styles.state} data-state="refused">
        <PersonGroupIcon aria-hidden />
        {t('state.conflict')}
      </p>
    )
  const away = link !== 'open'
  const Icon = away ? CloudSlashIcon : ArrowsCirclepathIcon
  return (
    <p className={styles.state} data-state={away ? 'waiting' : 'saving'}>
      <Icon aria-hidden />
      {t(away ? (link === 'away' ? 'state.away' : 'state.signedOut') : 'state.saving')}
    </p>
  )
}

const KNOWN = [
  'not-a-number',
  'not-an-option',
  'out-of-range',
  'not-a-date',
  'not-a-url',
  'too-long',
  'not-allowed',
  'wrong-state',
] as const

/** In the reader's language where the reason is a known one; else as the server says it. */
function Refusal({ code, message }: Refused) {
  const { t } = useTranslation('answering')
  const known = KNOWN.find(one => one === code)
  return t('state.refused', { why: known ? t(`refused.${known}`) : message })
}
