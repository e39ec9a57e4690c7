import { Button } from '@digdir/designsystemet-react'
import { PlusIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Page } from '../ui/page.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { NewRound } from './new-round.tsx'
import { RoundItem } from './round-item.tsx'
import { worksIn } from './round-tabs.ts'
import styles from './rounds.module.css'
import { RoundsFilter } from './rounds-filter.tsx'
import { narrowed, ordered } from './rounds-list.ts'

/** Few of those who look at the list have any. */
const MyTasks = lazy(() => import('../mine/my-tasks.tsx').then(module => ({ default: module.MyTasks })))

const route = getRouteApi('/rounds')

export function RoundsPage() {
  const { t } = useTranslation('rounds')
  const me = useQuery(trpc.people.me.queryOptions())
  const mayCreate = me.data?.can.includes('rounds.create') ?? false
  return (
    <Page title={t('title')} lead={t('lead')} actions={mayCreate && <NewRoundLink />}>
      <List mayCreate={mayCreate} />
      {mayCreate && <NewRound />}
    </Page>
  )
}

function NewRoundLink() {
  const { t } = useTranslation('rounds')
  const search = route.useSearch()
  return (
    <Button asChild>
      <Link to="/rounds" search={{ ...search, new: true }}>
        <PlusIcon aria-hidden />
        {t('new')}
      </Link>
    </Button>
  )
}

function List({ mayCreate }: { mayCreate: boolean }) {
  const { t } = useTranslation('rounds')
  const search = route.useSearch()
  const rounds = useQuery(trpc.rounds.list.queryOptions())
  if (rounds.isError) return <Problem error={rounds.error} retry={() => rounds.refetch()} />
  if (!rounds.data) return <Loading />
  if (rounds.data.length === 0)
    return (
      <Empty
        title={t('none')}
        text={t(mayCreate ? 'noneText' : 'nonePublic')}
        action={mayCreate && <NewRoundLink />}
      />
    )
  const shown = ordered(narrowed(rounds.data, search))
  const working = rounds.data.filter(round => round.state !== 'draft' && worksIn(round.roles))
  return (
    <>
      {working.length > 0 && (
        <Suspense fallback={<Loading rows={2} />}>
          <MyTasks rounds={working} />
        </Suspense>
      )}
      <RoundsFilter rows={rounds.data} shown={shown.length} />
      {shown.length === 0 ? (
        <Empty
          title={t('noneFits')}
          text={t('noneFitsText')}
          action={
            <Button asChild variant="secondary">
              <Link to="/rounds">{t('clear')}</Link>
            </Button>
          }
        />
      ) : (
        <div className={styles.list}>
          <div className={styles.head} aria-hidden>
            <span>{t('column.round')}</span>
            <span>{t('column.stages')}</span>
            <span>{t('column.answered')}</span>
            <span>{t('column.next')}</span>
          </div>
          <ul>
            {shown.map(round => (
              <RoundItem key={round.id} round={round} />
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
