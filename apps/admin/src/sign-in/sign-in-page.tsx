import { Alert, Button, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Page } from '../ui/page.tsx'
import { SignInRefused, signIn } from './session.ts'
import styles from './sign-in.module.css'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('signIn')
  const me = useQuery(trpc.people.me.queryOptions())
  const name = me.data?.user?.name
  return (
    <Page title={t('title')} lead={t('lead')}>
      {name === undefined ? (
        <Form />
      ) : (
        <div className={styles.form}>
          <Paragraph>{t('already', { name })}</Paragraph>
          <Button asChild>
            <Link to="/rounds">{t('toRounds')}</Link>
          </Button>
        </div>
      )}
      {me.data?.demo && !me.data.user && (
        <Alert className={styles.demo} data-color="info" data-size="sm">
          <Paragraph>{t('demo')}</Paragraph>
        </Alert>
      )}
    </Page>
  )
}

function Form() {
  const { t } = useTranslation('signIn')
  const { to = '/rounds' } = route.useSearch()
  const router = useRouter()
  const cache = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: async () => {
      await cache.invalidateQueries()
      router.history.push(to)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (email !== '' && password !== '') enter.mutate({ email, password })
  }
  const refused = enter.error instanceof SignInRefused ? enter.error.reason : null
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Textfield
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={event => setEmail(event.target.value)}
        error={tried && email === '' && t('emailMissing')}
      />
      <Textfield
        label={t('password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={event => setPassword(event.target.value)}
        error={tried && password === '' && t('passwordMissing')}
      />
      {refused && (
        <Alert data-color="danger" data-size="sm" role="alert">
          <Paragraph>{t(refused)}</Paragraph>
        </Alert>
      )}
      <Button type="submit" loading={enter.isPending}>
        {t('submit')}
      </Button>
    </form>
  )
}
