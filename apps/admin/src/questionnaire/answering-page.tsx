import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Page } from '../ui/page.tsx'
import { Loading, Problem } from '../ui/states.tsx'
import { Answers } from './answers.tsx'
import { useView } from './use-view.ts'

const route = getRouteApi('/rounds/$round/answer/$entry')

/** Where a municipality answers. */
export function AnsweringPage() {
  const { t, i18n } = useTranslation('answering')
  const { t: rounds } = useTranslation('rounds')
  const { round, entry } = route.useParams()
  const { lang } = route.useSearch()
  const found = useQuery(trpc.rounds.get.queryOptions({ id: round, lang: i18n.language }))
  const { shown, error, retry } = useView({ round, entry, lang })
  const me = useQuery(trpc.people.me.queryOptions()).data?.user
  const person = useLast(me)
  const trail = [
    { label: rounds('title'), to: '/rounds' },
    ...(found.data ? [{ label: found.data.title, to: `/rounds/${round}` }] : []),
  ]
  if (shown && person)
    return (
      <Answers
        key={`${person.id} ${entry}`}
        round={round}
        shown={shown}
        languages={found.data?.rubric.languages ?? []}
        me={person}
        signedIn={me?.id === person.id}
        trail={trail}
      />
    )
  return (
    <Page title={t('title')} trail={trail}>
      {error ? <Problem error={error} retry={retry} /> : <Loading />}
    </Page>
  )
}

/** Who was here last: a session that ends does not take the page away. */
function useLast<T>(value: T | null | undefined): T | undefined {
  const [last, setLast] = useState<T>()
  if (value && value !== last) setLast(value)
  return value ?? last
}
