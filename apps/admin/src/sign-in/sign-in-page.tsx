import { Alert, Button, Paragraph } from '@digdir/designsystemet-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'
import { CodeForm } from './code-form.tsx'
import { PasswordForm } from './password-form.tsx'
import styles from './sign-in.module.css'
import { useEntry } from './use-entry.ts'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('signIn')
  const { to, step, error } = route.useSearch()
  const { me, challenged, again, enter } = useEntry({ to, asked: step === 'code' })
  const name = me?.user?.name
  return (
    <Page title={t('title')} lead={t('lead')}>
      {error !== undefined && name === undefined && <ProviderError error={error} />}
      {name !== undefined ? (
        <div className={styles.form}>
          <Paragraph>{t('already', { name })}</Paragraph>
          <Button asChild>
            <Link to="/rounds">{t('toRounds')}</Link>
          </Button>
        </div>
      ) : challenged ? (
        <CodeForm enter={enter} again={again} />
      ) : (
        <PasswordForm enter={enter} to={to ?? '/'} provider={me?.provider ?? null} />
      )}
      {me?.demo && name === undefined && (
        <Alert className={styles.below} data-color="info" data-size="sm">
          <Paragraph>{t('demo')}</Paragraph>
        </Alert>
      )}
    </Page>
  )
}

/** In better-auth's words: there is nobody with the address, or the provider does not vouch for it. */
const UNKNOWN = ['signup_disabled', 'account_not_linked']

function ProviderError({ error }: { error: string }) {
  const { t } = useTranslation('signIn')
  return (
    <Alert className={styles.above} data-color="danger" data-size="sm" role="alert">
      <Paragraph>{t(UNKNOWN.includes(error) ? 'refused.unknown' : 'refused.provider')}</Paragraph>
    </Alert>
  )
}
