import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Page } from '../ui/page.tsx'
import { LettersView } from './letters-view.tsx'

/** Every letter of the installation, for its administrators. */
export function OutboxPage() {
  const { t } = useTranslation('mail')
  const letters = useInfiniteQuery(
    trpc.mail.list.infiniteQueryOptions({}, { getNextPageParam: page => page.next }),
  )
  const retry = useMutation(trpc.mail.retry.mutationOptions())
  return (
    <Page title={t('title')} lead={t('lead')}>
      <LettersView letters={letters} retry={id => retry.mutateAsync({ id })} />
    </Page>
  )
}
