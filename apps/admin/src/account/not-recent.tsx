import { Button, Paragraph } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refused } from '../sign-in/refused.tsx'
import { signOut } from '../sign-in/session.ts'
import styles from './account.module.css'

/** Only who has just signed in may change how they sign in. */
export function NotRecent() {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      cache.clear()
      await navigate({ to: '/sign-in', search: { to: '/account' } })
    },
  })
  return (
    <>
      <Paragraph className="ts-muted">{t('notRecent')}</Paragraph>
      <Refused error={leave.error} />
      <div className={styles.buttons}>
        <Button variant="secondary" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('signInAgain')}
        </Button>
      </div>
    </>
  )
}
