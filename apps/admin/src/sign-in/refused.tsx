import { Alert, Paragraph } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { SignInRefused } from './post-auth.ts'

/** Why the server did not let somebody in. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation('signIn')
  if (!error) return null
  return (
    <Alert data-color="danger" data-size="sm" role="alert">
      <Paragraph>{t(`refused.${error instanceof SignInRefused ? error.reason : 'failed'}`)}</Paragraph>
    </Alert>
  )
}
