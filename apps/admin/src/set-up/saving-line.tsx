import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { refusalOf } from '../refused.ts'
import { pathsOf } from './draft.ts'
import styles from './set-up.module.css'
import { useEditing } from './use-draft.ts'
import { usePathWords } from './use-path-words.ts'

/** Whether everything is saved; and when somebody else was first, what happened and what one can do. */
export function SavingLine() {
  const { t } = useTranslation('setUp')
  const { state, readOnly, retry } = useEditing()
  if (readOnly) return null
  if (state.saving === 'stale') return <Stale />
  if (state.saving === 'failed')
    return (
      <Alert data-color="danger" data-size="sm" role="alert" className={styles.alert}>
        <Heading level={2} data-size="2xs">
          {t('notSaved')}
        </Heading>
        <Paragraph>{refusalOf(state.error)?.message ?? t('notSavedText')}</Paragraph>
        <Button data-size="sm" variant="secondary" onClick={retry}>
          {t('saveAgain')}
        </Button>
      </Alert>
    )
  return (
    <p className={styles.saving} role="status">
      {t(state.saving === 'saved' ? 'savedAll' : 'savingNow')}
    </p>
  )
}

function Stale() {
  const { t } = useTranslation('setUp')
  const { state, takeOver } = useEditing()
  const words = usePathWords()
  return (
    <Alert data-color="warning" role="alert" className={styles.alert}>
      <Heading level={2} data-size="2xs">
        {t('stale.title')}
      </Heading>
      <Paragraph>{t('stale.text')}</Paragraph>
      <ul className={styles.plain}>
        {pathsOf(state.unsent).map(path => (
          <li key={path}>{words(path)}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button data-size="sm" onClick={() => takeOver(true)}>
          {t('stale.keep')}
        </Button>
        <Button data-size="sm" variant="secondary" onClick={() => takeOver(false)}>
          {t('stale.drop')}
        </Button>
      </div>
    </Alert>
  )
}
