import { Button } from '@digdir/designsystemet-react'
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

/** Where one answer is: on its way, saved and by whom, or held with the reason. The page's own line tells screen readers. */
export function SaveState({ name }: { name: string }) {
  const { t } = useTranslation('answering')
  const locale = useLocale()
  const { view, unsent, link, me, drop } = useAnswering()
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
      <div className={styles.state} data-state="refused">
        <ExclamationmarkTriangleIcon aria-hidden />
        {t('state.refused')}
        <Button data-size="sm" variant="tertiary" onClick={() => drop(name)}>
          {t('drop')}
        </Button>
      </div>
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
