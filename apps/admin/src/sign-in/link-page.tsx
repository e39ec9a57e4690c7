import { Alert, Button, Paragraph } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'
import { CodeForm } from './code-form.tsx'
import { Refused } from './refused.tsx'
import { signInByLink } from './session.ts'
import styles from './sign-in.module.css'
import { useEntry } from './use-entry.ts'

/** Where a link from a letter leads: a button uses it up, so that what only looks at links does not. */
export function LinkPage() {
  const { t } = useTranslation('signIn')
  const token = useRouterState({ select: state => state.location.hash })
  const { challenged, again, enter } = useEntry({ to: undefined, asked: false })
  const use = useMutation({ mutationFn: signInByLink, onSuccess: enter })
  return (
    <Page title={t('linkTitle')} lead={t('linkText')}>
      {challenged ? (
        <CodeForm enter={enter} again={again} />
      ) : (
        <div className={styles.form}>
          {token === '' && (
            <Alert data-color="warning" data-size="sm">
              <Paragraph>{t('linkNone')}</Paragraph>
            </Alert>
          )}
          <Refused error={use.error} />
          {token === '' || use.isError || use.isSuccess ? (
            <Button asChild>
              <Link to="/sign-in">{t('newLink')}</Link>
            </Button>
          ) : (
            <Button loading={use.isPending} onClick={() => use.mutate(token)}>
              {t('submit')}
            </Button>
          )}
        </div>
      )}
    </Page>
  )
}
