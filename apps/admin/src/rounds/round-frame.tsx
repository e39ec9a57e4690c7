import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Page } from '../ui/page.tsx'
import { Loading, Problem } from '../ui/states.tsx'
import { MarkTag, StateTag } from '../ui/tags.tsx'
import type { Round } from './round.ts'
import styles from './round-frame.module.css'
import { type RoundTab, tabsOf } from './round-tabs.ts'

type Props = {
  /** The round's id. */
  id: string
  tab: RoundTab
  /** One primary action of this tab, others beside it. */
  actions?: (round: Round) => ReactNode
  children: (round: Round) => ReactNode
}

/** What every screen of a round has in common: its title, what it is, and the way to its other screens. */
export function RoundFrame({ id, tab, actions, children }: Props) {
  const { t, i18n } = useTranslation('rounds')
  const round = useQuery(trpc.rounds.get.queryOptions({ id, lang: i18n.language }))
  const trail = [{ label: t('title'), to: '/rounds' }]
  if (round.isError)
    return (
      <Page title={t('noRound')} trail={trail}>
        <Problem error={round.error} retry={() => round.refetch()} />
      </Page>
    )
  if (!round.data)
    return (
      <Page title={t('round')} trail={trail}>
        <Loading />
      </Page>
    )
  return (
    <Page
      title={round.data.title}
      about={t(`tab.${tab}`)}
      trail={trail}
      tags={<RoundTags round={round.data} />}
      actions={actions?.(round.data)}
    >
      <Tabs round={round.data} />
      {children(round.data)}
    </Page>
  )
}

export function RoundTags({ round }: { round: Pick<Round, 'state' | 'kind'> }) {
  return (
    <>
      {round.kind === 'round' ? null : <MarkTag mark={round.kind} />}
      {round.kind === 'record' ? null : <StateTag state={round.state} />}
    </>
  )
}

function Tabs({ round }: { round: Round }) {
  const { t } = useTranslation('rounds')
  const tabs = tabsOf(round)
  if (tabs.length < 2) return null
  return (
    <nav className={styles.tabs} aria-label={t('screens')}>
      {tabs.map(tab => (
        <Link key={tab} to={`/rounds/$round/${tab}`} params={{ round: round.id }}>
          {t(`tab.${tab}`)}
        </Link>
      ))}
    </nav>
  )
}
