import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { signOut } from '../sign-in/session.ts'
import styles from './frame.module.css'

type Me = { user: { name: string } | null; role: 'admin' | 'organiser' | 'viewer' | 'anonymous' }

/** Who is signed in, and the way out; or the way in. */
export function Account({ me }: { me: Me }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const cache = useQueryClient()
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      cache.clear()
      await navigate({ to: '/sign-in' })
    },
  })
  if (!me.user)
    return (
      <Button asChild data-size="sm">
        <Link to="/sign-in">{t('signIn')}</Link>
      </Button>
    )
  return (
    <>
      <span className={styles.account}>
        {me.user.name}
        <small>{t(`role.${me.role}`)}</small>
      </span>
      <Button data-size="sm" variant="secondary" disabled={leave.isPending} onClick={() => leave.mutate()}>
        {t('signOut')}
      </Button>
    </>
  )
}
