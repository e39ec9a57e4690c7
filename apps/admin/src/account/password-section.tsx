import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { MIN_PASSWORD } from '../people/roles.ts'
import { Problem } from '../ui/states.tsx'
import styles from './account.module.css'
import { NotRecent } from './not-recent.tsx'
import type { OwnAccount } from './own-account.ts'

export function PasswordSection({ account: { email, hasPassword, recent } }: { account: OwnAccount }) {
  const { t } = useTranslation('account')
  const [open, setOpen] = useState(false)
  const [saved, setSaved] = useState(false)
  const act = t(hasPassword ? 'changePassword' : 'setPassword')
  return (
    <section className={styles.section} aria-labelledby="password">
      <Heading level={2} data-size="xs" id="password">
        {t('password')}
      </Heading>
      <Paragraph>{t(hasPassword ? 'passwordThere' : 'passwordNone', { email })}</Paragraph>
      <span className={styles.status} role="status">
        {saved && t('passwordSet')}
      </span>
      {open ? (
        <Form
          act={act}
          close={done => {
            setOpen(false)
            setSaved(done)
          }}
        />
      ) : recent ? (
        <div className={styles.buttons}>
          <Button variant="secondary" onClick={() => setOpen(true)}>
            {act}
          </Button>
        </div>
      ) : (
        <NotRecent />
      )}
    </section>
  )
}

function Form({ act, close }: { act: string; close: (done: boolean) => void }) {
  const { t } = useTranslation('account')
  const { t: frame } = useTranslation()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const cache = useQueryClient()
  const set = useMutation(
    trpc.account.setPassword.mutationOptions({
      onSuccess: async () => {
        close(true)
        await cache.invalidateQueries({ queryKey: trpc.account.pathKey() })
      },
    }),
  )
  const short = password.length < MIN_PASSWORD
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!short) set.mutate({ password })
  }
  return (
    <form className={styles.part} onSubmit={submit} noValidate>
      <Textfield
        label={t('newPassword')}
        description={t('passwordHelp', { count: MIN_PASSWORD })}
        type="password"
        autoComplete="new-password"
        maxLength={128}
        value={password}
        onChange={event => setPassword(event.target.value)}
        error={tried && short && t('passwordShort', { count: MIN_PASSWORD })}
      />
      {set.isError && <Problem error={set.error} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={set.isPending}>
          {act}
        </Button>
        <Button variant="secondary" onClick={() => close(false)}>
          {frame('cancel')}
        </Button>
      </div>
    </form>
  )
}
