import { Alert, Button, Heading, Paragraph, Skeleton } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { TRPCClientError } from '@trpc/client'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import styles from './states.module.css'

/** Nothing here yet: says what to do first. */
export const Empty = ({ title, text, action }: { title: string; text: string; action?: ReactNode }) => (
  <div className={styles.empty}>
    <Heading level={2} data-size="xs">
      {title}
    </Heading>
    <Paragraph>{text}</Paragraph>
    {action}
  </div>
)

export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <div className={styles.loading} role="status" aria-live="polite">
      <span className="ts-visually-hidden">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
        <Skeleton key={row} variant="rectangle" height="2.5rem" />
      ))}
    </div>
  )
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof TRPCClientError ? error.data?.httpStatus : undefined

/** True when what the address leads to is not there: trying again changes nothing. */
export const isGone = (error: unknown): boolean => statusOf(error) === 404

/** What the server refused or could not do, in its own clear line. */
export function Problem({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation()
  const status = statusOf(error)
  if (status === 401) return <SignedOut />
  const line = status === 403 ? t('notAllowed') : error instanceof Error ? error.message : String(error)
  return (
    <Alert data-color="danger" role="alert">
      <Heading level={2} data-size="2xs">
        {t(isGone(error) ? 'notFound.title' : 'problem.title')}
      </Heading>
      {isGone(error) && <Paragraph>{t('notFound.text')}</Paragraph>}
      <Paragraph>{line}</Paragraph>
      {isGone(error) && <PerhapsSignedOut />}
      {status === undefined || status >= 500 ? <Paragraph>{t('problem.text')}</Paragraph> : null}
      {retry && !isGone(error) && (
        <Button data-size="sm" variant="secondary" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </Alert>
  )
}

/** What is not there may be there for those who have signed in: to others it does not even exist. */
function PerhapsSignedOut() {
  const { t } = useTranslation()
  const me = useQuery(trpc.people.me.queryOptions())
  if (!me.data || me.data.user) return null
  return (
    <>
      <Paragraph>{t('notFound.signIn')}</Paragraph>
      <ToSignIn />
    </>
  )
}

/** Nothing went wrong: the page is for those who have signed in, who then come back to it. */
function SignedOut() {
  const { t } = useTranslation()
  return <Empty title={t('signIn')} text={t('signedOut')} action={<ToSignIn />} />
}

/** To the sign-in, and from there back to this page. */
export function ToSignIn() {
  const { t } = useTranslation()
  const here = useRouterState({ select: state => state.location.href })
  return (
    <Button asChild data-size="sm">
      <Link to="/sign-in" search={{ to: here }}>
        {t('signIn')}
      </Link>
    </Button>
  )
}
