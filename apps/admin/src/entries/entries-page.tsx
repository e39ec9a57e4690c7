import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { Differences } from './differences.tsx'
import { EntriesTable } from './entries-table.tsx'
import { Invite } from './invite.tsx'

const route = getRouteApi('/rounds/$round/entries')

const mayAsk = (round: Round) => round.mayChange && round.state === 'open'

/** Who takes part, how far they are, and what is decided about them. */
export function EntriesPage() {
  const { round } = route.useParams()
  return (
    <RoundFrame id={round} tab="entries" actions={one => mayAsk(one) && <Actions round={one} />}>
      {one => <Entries round={one} />}
    </RoundFrame>
  )
}

function Actions({ round }: { round: Round }) {
  const { t } = useTranslation('entries')
  const [inviting, setInviting] = useState(false)
  return (
    <>
      <Button asChild>
        <Link to="/rounds/$round/entries/import" params={{ round: round.id }}>
          {t('importButton')}
        </Link>
      </Button>
      <Button variant="secondary" onClick={() => setInviting(true)}>
        {t('invite.button')}
      </Button>
      <Invite round={round} open={inviting} close={() => setInviting(false)} />
    </>
  )
}

function Entries({ round }: { round: Round }) {
  const { t } = useTranslation('entries')
  const entries = useQuery(trpc.entries.list.queryOptions({ round: round.id }))
  if (entries.isError) return <Problem error={entries.error} retry={() => entries.refetch()} />
  if (!entries.data) return <Loading />
  if (entries.data.length === 0)
    return <Empty title={t('none')} text={t(mayAsk(round) ? 'noneText' : 'noneYet')} />
  return (
    <>
      {round.mayChange && round.state !== 'draft' && <Differences round={round} />}
      <EntriesTable round={round} entries={entries.data} />
    </>
  )
}
