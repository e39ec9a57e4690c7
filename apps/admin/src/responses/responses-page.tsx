import { Button } from '@digdir/designsystemet-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { useLive } from '../ui/use-live.ts'
import { Curve } from './curve.tsx'
import { Groups } from './groups.tsx'
import { Remind } from './remind.tsx'
import { ResponseTiles } from './response-tiles.tsx'
import styles from './responses.module.css'
import { SentReminders } from './sent-reminders.tsx'
import { WaitingFor } from './waiting-for.tsx'

const route = getRouteApi('/rounds/$round/responses')

const mayRemind = (round: Round) => round.can.includes('reminders.send') && round.state === 'open'

/** Who has answered, who has not, and what lacks to the target, as answers come in. */
export function ResponsesPage() {
  const { round } = route.useParams()
  return (
    <RoundFrame id={round} tab="responses" actions={one => mayRemind(one) && <RemindAction round={one} />}>
      {one => <Responses round={one} />}
    </RoundFrame>
  )
}

function RemindAction({ round }: { round: Round }) {
  const { t } = useTranslation('responses')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('remind.button')}</Button>
      {open && <Remind round={round} close={() => setOpen(false)} />}
    </>
  )
}

function Responses({ round }: { round: Round }) {
  const { t } = useTranslation('responses')
  const cache = useQueryClient()
  const look = trpc.responses.dashboard.queryOptions({ round: round.id })
  const dashboard = useQuery({ ...look, placeholderData: before => before })
  useLive(
    trpc.responses.watch.subscriptionOptions(
      { round: round.id },
      { onData: () => cache.invalidateQueries({ queryKey: look.queryKey }) },
    ),
  )
  if (dashboard.isError) return <Problem error={dashboard.error} retry={() => dashboard.refetch()} />
  if (!dashboard.data) return <Loading />
  const { all } = dashboard.data
  if (all.all === 0) return <Empty title={t('none')} text={t('noneText')} />
  return (
    <>
      <p className={styles.live}>{t('live')}</p>
      <ResponseTiles all={all} />
      <Curve round={round} dashboard={dashboard.data} />
      <Groups round={round} dashboard={dashboard.data} />
      <WaitingFor round={round} waiting={dashboard.data.waiting} />
      {round.can.includes('reminders.list') && <SentReminders round={round} />}
    </>
  )
}
