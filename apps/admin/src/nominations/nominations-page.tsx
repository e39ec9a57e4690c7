import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import pills from '../ui/pills.module.css'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { Dismiss } from './dismiss.tsx'
import { Forward } from './forward.tsx'
import type { Nomination } from './nomination.ts'
import { NominationCard } from './nomination-card.tsx'
import styles from './nominations.module.css'
import { NOMINATION_STATES } from './nominations-search.ts'

const route = getRouteApi('/rounds/$round/nominations')

/** What has come in from anybody, to be sent on to the municipality or put aside. */
export function NominationsPage() {
  const { round } = route.useParams()
  const { t } = useTranslation('nominations')
  return (
    <RoundFrame
      id={round}
      tab="nominations"
      actions={one => (
        <Button asChild variant="secondary">
          <Link to="/nominate/$round" params={{ round: one.id }}>
            {t('list.public')}
          </Link>
        </Button>
      )}
    >
      {one => <Nominations round={one} />}
    </RoundFrame>
  )
}

function Nominations({ round }: { round: Round }) {
  const { t } = useTranslation('nominations')
  const { state = 'received' } = route.useSearch()
  const [forwarding, setForwarding] = useState<Nomination | null>(null)
  const [dismissing, setDismissing] = useState<Nomination | null>(null)
  const nominations = useQuery(trpc.nominations.list.queryOptions({ round: round.id }))
  if (nominations.isError) return <Problem error={nominations.error} retry={() => nominations.refetch()} />
  if (!nominations.data) return <Loading />
  const all = nominations.data
  if (all.length === 0) return <Empty title={t('list.none')} text={t('list.noneText')} />
  const shown = all.filter(one => one.state === state)
  return (
    <>
      <States state={state} count={one => all.filter(nomination => nomination.state === one).length} />
      {shown.length === 0 && <Empty title={t(`list.empty.${state}`)} text={t('list.emptyText')} />}
      <ul className={styles.list}>
        {shown.map(nomination => (
          <li key={nomination.id}>
            <NominationCard
              round={round}
              nomination={nomination}
              forward={() => setForwarding(nomination)}
              dismiss={() => setDismissing(nomination)}
            />
          </li>
        ))}
      </ul>
      {forwarding && <Forward round={round} nomination={forwarding} close={() => setForwarding(null)} />}
      {dismissing && <Dismiss round={round} nomination={dismissing} close={() => setDismissing(null)} />}
    </>
  )
}

type State = (typeof NOMINATION_STATES)[number]

function States({ state, count }: { state: State; count: (state: State) => number }) {
  const { t } = useTranslation('nominations')
  const { round } = route.useParams()
  return (
    <nav className={pills.pills} aria-label={t('list.states')}>
      {NOMINATION_STATES.map(one => (
        <Link
          key={one}
          to="/rounds/$round/nominations"
          params={{ round }}
          search={{ state: one }}
          data-on={one === state}
          aria-current={one === state ? 'page' : undefined}
        >
          {t(`list.state.${one}`)} <span>{count(one)}</span>
        </Link>
      ))}
    </nav>
  )
}
