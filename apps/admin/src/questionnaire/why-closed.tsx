import { Alert, Button, Paragraph } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { View } from './answered.ts'
import { useAnswering } from './answering.ts'
import styles from './questionnaire.module.css'
import { Reopen } from './reopen.tsx'

type Why = 'submitted' | 'invited' | 'nominated' | 'declined' | 'withdrawn' | 'reader' | 'closed'

/** Why nothing can be changed. */
function whyClosed({ entry, roles }: View): Why {
  if (entry.state !== 'accepted') return entry.state
  if (entry.submittedAt !== null) return 'submitted'
  return roles.some(role => role === 'lead' || role === 'contributor') ? 'closed' : 'reader'
}

export function WhyClosed() {
  const { t } = useTranslation('answering')
  const { round, view, readOnly } = useAnswering()
  if (!readOnly) return null
  const why = whyClosed(view)
  return (
    <Alert data-color="info" data-size="sm" className={styles.closed ?? ''}>
      <Paragraph>{t(`closed.${why}`)}</Paragraph>
      {why === 'submitted' && <Reopen />}
      {(why === 'invited' || why === 'nominated') && view.can.includes('entries.respond') && (
        <Button asChild data-size="sm">
          <Link to="/rounds/$round/mine" params={{ round }}>
            {t('toMine')}
          </Link>
        </Button>
      )}
    </Alert>
  )
}
