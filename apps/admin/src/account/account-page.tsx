import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Page } from '../ui/page.tsx'
import { Loading, Problem } from '../ui/states.tsx'
import styles from './account.module.css'
import { PasswordSection } from './password-section.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

/** How one signs in, and where one is signed in. */
export function AccountPage() {
  const { t } = useTranslation('account')
  const account = useQuery(trpc.account.get.queryOptions())
  return (
    <Page title={t('title')} lead={account.data?.email}>
      {account.isError ? (
        <Problem error={account.error} retry={() => account.refetch()} />
      ) : account.data ? (
        <div className={styles.sections}>
          <SecondFactorSection account={account.data} />
          <PasswordSection account={account.data} />
          <SessionsSection />
        </div>
      ) : (
        <Loading />
      )}
    </Page>
  )
}
