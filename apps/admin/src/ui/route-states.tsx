import { Button } from '@digdir/designsystemet-react'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from './page.tsx'
import { isGone, Problem } from './states.tsx'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Page title={t('notFound.title')} lead={t('notFound.text')}>
      <BackToRounds />
    </Page>
  )
}

function BackToRounds() {
  const { t } = useTranslation()
  return (
    <Button asChild>
      <Link to="/rounds">{t('notFound.back')}</Link>
    </Button>
  )
}

export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  return (
    <Page title={t(isGone(error) ? 'notFound.title' : 'problem.title')}>
      <Problem error={error} retry={reset} />
      {isGone(error) && <BackToRounds />}
    </Page>
  )
}
