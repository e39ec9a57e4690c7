import { Alert, Paragraph } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './frame.module.css'

/** For whom a role waits until they have set up a second factor: on every page, since they see less than they expect. */
export function NeedsTwoFactor() {
  const { t } = useTranslation()
  return (
    <Alert className={styles.notice} data-color="warning" data-size="sm">
      <Paragraph>
        {t('needsTwoFactor')} <Link to="/account">{t('setUpTwoFactor')}</Link>
      </Paragraph>
    </Alert>
  )
}
