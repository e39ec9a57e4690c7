import { Alert, Button, Paragraph } from '@digdir/designsystemet-react'
import {
  ArrowsCirclepathIcon,
  CheckmarkCircleIcon,
  CloudSlashIcon,
  ExclamationmarkTriangleIcon,
} from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import { ToSignIn } from '../ui/states.tsx'
import { useAnswering } from './answering.ts'
import styles from './questionnaire.module.css'
import { savingOf } from './saving-of.ts'

const ICONS = {
  saved: CheckmarkCircleIcon,
  saving: ArrowsCirclepathIcon,
  away: CloudSlashIcon,
  signedOut: ExclamationmarkTriangleIcon,
  held: ExclamationmarkTriangleIcon,
} as const

/** Whether all is saved, and what to do where it is not. Screen readers hear what lasts, not every save. */
export function SavingLine() {
  const { t } = useTranslation('answering')
  const { unsent, link, lasting, readOnly, send } = useAnswering()
  if (readOnly && unsent.length === 0) return null
  const { now, waiting, held } = savingOf(unsent, link)
  const Icon = ICONS[now]
  const words = {
    saved: t('saving.saved'),
    saving: t('saving.saving'),
    away: t('saving.away', { count: waiting }),
    signedOut: t('saving.signedOut', { count: waiting }),
    held: t('saving.held', { count: held }),
  }
  return (
    <div className={styles.saving} data-now={now}>
      <p role="status" aria-busy={now === 'saving' ? undefined : false}>
        <Icon aria-hidden />
        {now === 'saving' ? <span aria-hidden>{words.saving}</span> : words[now]}
      </p>
      {now === 'away' && (
        <Button data-size="sm" variant="tertiary" onClick={send}>
          {t('saving.tryNow')}
        </Button>
      )}
      {now === 'held' && unsent.some(one => one.held?.by === 'refusal') && (
        <Button data-size="sm" variant="tertiary" onClick={send}>
          {t('saving.sendAgain')}
        </Button>
      )}
      {now === 'signedOut' && <ToSignIn />}
      {!lasting && unsent.length > 0 && (
        <Alert data-color="warning" data-size="sm">
          <Paragraph>{t('saving.notLasting')}</Paragraph>
        </Alert>
      )}
    </div>
  )
}
