import { Button, Fieldset, Radio } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { signOut } from '../sign-in/session.ts'
import { Problem } from '../ui/states.tsx'
import styles from './join.module.css'
import type { Invited } from './join-page.tsx'
import { useAccept } from './use-accept.ts'

/** For who is signed in under another address than the invited one: they say who takes part. */
export function AsAnother({ token, invited }: { token: string; invited: Invited }) {
  const { t } = useTranslation('join')
  const me = useQuery(trpc.people.me.queryOptions())
  const cache = useQueryClient()
  const [asMe, setAsMe] = useState(true)
  const accept = useAccept()
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => cache.resetQueries() })
  const address = me.data?.user?.email ?? ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asMe) accept.mutate({ token, asMe: true })
    else leave.mutate()
  }
  const failed = accept.error ?? leave.error
  return (
    <form className={styles.act} onSubmit={submit} noValidate>
      <p>{t('other', { invited: invited.email, me: address })}</p>
      <Fieldset>
        <Fieldset.Legend>{t('otherChoice')}</Fieldset.Legend>
        <Radio
          name="who"
          value="me"
          label={t('asMe', { me: address })}
          checked={asMe}
          onChange={() => setAsMe(true)}
        />
        <Radio
          name="who"
          value="invited"
          label={t('asInvited', { invited: invited.email })}
          checked={!asMe}
          onChange={() => setAsMe(false)}
        />
      </Fieldset>
      {failed ? <Problem error={failed} /> : null}
      <Button type="submit" loading={accept.isPending || accept.isSuccess || leave.isPending}>
        {t(asMe ? 'act' : 'signOut')}
      </Button>
    </form>
  )
}
