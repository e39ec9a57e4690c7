import { Alert, Button } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import styles from './assessments.module.css'
import { lackingIn } from './draft.ts'
import type { FindingState as State } from './use-finding.ts'

type Props = {
  state: State
  /** What somebody else found, in words; null where they took it away. */
  theirs: string | null
  adopt: () => Promise<void>
}

/** Whether it is saved, and what to do where it is not. */
export function FindingState({ state, theirs, adopt }: Props) {
  const { t } = useTranslation('assessing')
  const { draft, saving, savedAt, error, again, conflict, useMine } = state
  const locale = useLocale()
  if (conflict)
    return (
      <Alert data-color="warning" data-size="sm" role="alert">
        <p>
          {theirs === null
            ? t('find.staleNone')
            : t('find.stale', { who: conflict.author?.name ?? t('find.someone'), answer: theirs })}
        </p>
        <div className={styles.buttons}>
          <Button data-size="sm" variant="secondary" onClick={() => void adopt()}>
            {t('find.keepTheirs')}
          </Button>
          <Button data-size="sm" variant="secondary" onClick={useMine}>
            {t('find.useMine')}
          </Button>
        </div>
      </Alert>
    )
  if (error)
    return (
      <Alert data-color="danger" data-size="sm" role="alert">
        <p>{t('find.failed', { why: error.message })}</p>
        <Button data-size="sm" variant="secondary" onClick={again}>
          {t('find.again')}
        </Button>
      </Alert>
    )
  const lacking = lackingIn(draft)
  return (
    <p className={styles.state} role="status" data-lacking={lacking !== null}>
      {lacking !== null
        ? t(`find.lacking.${lacking}`)
        : saving
          ? t('find.saving')
          : savedAt !== null && t('find.saved', { time: formatTime(savedAt, locale) })}
    </p>
  )
}
