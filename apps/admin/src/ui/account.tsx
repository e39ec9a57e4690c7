import { Button } from '@digdir/designsystemet-react'
import { PersonCircleIcon } from '@navikt/aksel-icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useTranslation } from 'react-i18next'
import type { trpc } from '../api.ts'
import { signOut } from '../sign-in/session.ts'
import styles from './frame.module.css'

type Me = Pick<inferOutput<typeof trpc.people.me>, 'user' | 'role'>

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
      <Link to="/account" className={styles.account ?? ''}>
        <PersonCircleIcon aria-hidden />
        <span>
          <span className="ts-visually-hidden">{t('account')}: </span>
          {me.user.name}
          <small>{t(`role.${me.role}`)}</small>
        </span>
      </Link>
      <Button data-size="sm" variant="secondary" disabled={leave.isPending} onClick={() => leave.mutate()}>
        {t('signOut')}
      </Button>
    </>
  )
}
