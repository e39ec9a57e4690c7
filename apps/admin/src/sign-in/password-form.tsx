import { Alert, Button, Divider, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { i18n } from '../text/i18n.ts'
import { Refused } from './refused.tsx'
import { askForLink, askProvider, type Entered, signIn } from './session.ts'
import styles from './sign-in.module.css'

type Props = {
  enter: (entered: Entered) => Promise<void>
  /** Where the identity provider sends the browser back to. */
  to: string
  provider: string | null
}

/** The first factor: a password, a link that is sent, or the identity provider. */
export function PasswordForm({ enter, to, provider }: Props) {
  const { t } = useTranslation('signIn')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState<'password' | 'link' | null>(null)
  const byPassword = useMutation({ mutationFn: signIn, onSuccess: enter })
  const byLink = useMutation({ mutationFn: askForLink })
  const byProvider = useMutation({ mutationFn: askProvider, onSuccess: url => location.assign(url) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried('password')
    if (email !== '' && password !== '') byPassword.mutate({ email, password })
  }
  const sendLink = () => {
    setTried('link')
    byPassword.reset()
    if (/^\S+@\S+\.\S+$/.test(email)) byLink.mutate({ email, language: i18n.language })
  }
  const noAddress = tried === 'link' ? !/^\S+@\S+\.\S+$/.test(email) : tried !== null && email === ''
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Textfield
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={event => setEmail(event.target.value)}
        error={noAddress && t('emailMissing')}
      />
      <Textfield
        label={t('password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={event => setPassword(event.target.value)}
        error={tried === 'password' && password === '' && t('passwordMissing')}
      />
      <Refused error={byPassword.error} />
      <Button type="submit" loading={byPassword.isPending}>
        {t('submit')}
      </Button>
      <div className={styles.or}>
        <Divider />
        <span className="ts-muted">{t('or')}</span>
        <Divider />
      </div>
      <div className={styles.status} role="status">
        {byLink.isSuccess && (
          <Alert data-color="info" data-size="sm">
            <Paragraph>{t('linkSent', { email: byLink.variables.email })}</Paragraph>
          </Alert>
        )}
      </div>
      <Refused error={byLink.error ?? byProvider.error} />
      <Button variant="secondary" loading={byLink.isPending} onClick={sendLink}>
        {t('sendLink')}
      </Button>
      {provider !== null && (
        <Button
          variant="secondary"
          loading={byProvider.isPending || byProvider.isSuccess}
          onClick={() => byProvider.mutate(to)}
        >
          {t('withProvider', { provider })}
        </Button>
      )}
    </form>
  )
}
