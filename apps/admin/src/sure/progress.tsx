import { Alert, Button, Paragraph } from '@digdir/designsystemet-react'
import { formatShare } from '@tumstock/engine/display'
import { useId, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import type { Task } from './ask.ts'
import { failureWords } from './failure-words.ts'
import type { ProgressStore } from './progress-store.ts'
import styles from './sure.module.css'
import type { Computing } from './use-outcome.ts'
import type { Sure } from './use-sure.ts'

/** How far it is, and the way out; what went wrong, and the way on. */
export function Progress<T extends Task>({ computing, sure }: { computing: Computing<T>; sure: Sure }) {
  const { t } = useTranslation('sure')
  const { busy, progress, error, cancelled, cancel, again } = computing
  if (busy) return <Bar progress={progress} cancel={cancel} />
  if (error) {
    const { title, detail } = failureWords(error, sure, t)
    return (
      <Alert data-color="warning" role="alert">
        <Paragraph>
          <strong>{title}</strong>
        </Paragraph>
        <Paragraph data-size="sm">{detail}</Paragraph>
      </Alert>
    )
  }
  if (cancelled)
    return (
      <div className={styles.progress} role="status">
        <span>{t('cancelled')}</span>
        <Button data-size="sm" variant="secondary" onClick={again}>
          {t('compute')}
        </Button>
      </div>
    )
  return null
}

function Bar({ progress, cancel }: { progress: ProgressStore; cancel: () => void }) {
  const { t } = useTranslation('sure')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  const id = useId()
  const done = useSyncExternalStore(progress.subscribe, progress.get)
  return (
    <div className={styles.progress} aria-busy>
      <span id={id}>{t('computing')}</span>
      <progress aria-labelledby={id} value={done} max={1} />
      <span className="ts-figure">{formatShare(done, { decimals: 0, locale })}</span>
      <Button data-size="sm" variant="secondary" onClick={cancel}>
        {frame('cancel')}
      </Button>
    </div>
  )
}
