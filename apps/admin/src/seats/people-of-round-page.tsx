import { Button } from '@digdir/designsystemet-react'
import { PersonPlusIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import pills from '../ui/pills.module.css'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { Assignments } from './assignments.tsx'
import { Conflicts } from './conflicts.tsx'
import { InvitePeople } from './invite-people.tsx'
import { OpenInvitations } from './open-invitations.tsx'
import { PeopleTable } from './people-table.tsx'
import type { Seats } from './seats.ts'
import { seatsSearch, VIEWS } from './seats-search.ts'
import { TwoFactor } from './two-factor.tsx'

const route = getRouteApi('/rounds/$round/people')

/** Who takes part in a round and as what, who is asked to, and who has which entry before them. */
export function PeopleOfRoundPage() {
  const { round } = route.useParams()
  return (
    <RoundFrame id={round} tab="people" actions={one => <Invite round={one} />}>
      {one => <People round={one} />}
    </RoundFrame>
  )
}

const useSeats = (round: string) => {
  const { i18n } = useTranslation()
  return useQuery(trpc.seats.list.queryOptions({ round, lang: i18n.language }))
}

function Invite({ round }: { round: Round }) {
  const { t } = useTranslation('seats')
  const seats = useSeats(round.id)
  const [open, setOpen] = useState(false)
  if (!seats.data || !round.can.includes('seats.invite')) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <PersonPlusIcon aria-hidden />
        {t('invite.button')}
      </Button>
      <InvitePeople round={round} seats={seats.data} open={open} close={() => setOpen(false)} />
    </>
  )
}

function People({ round }: { round: Round }) {
  const { view = 'people' } = route.useSearch()
  const seats = useSeats(round.id)
  if (seats.isError) return <Problem error={seats.error} retry={() => seats.refetch()} />
  if (!seats.data) return <Loading />
  const shown = { round, seats: seats.data }
  return (
    <>
      <Views view={view} />
      {view === 'people' && <Everybody {...shown} />}
      {view === 'assignments' && <Assignments {...shown} />}
      {view === 'conflicts' && <Conflicts {...shown} />}
    </>
  )
}

function Views({ view }: { view: (typeof VIEWS)[number] }) {
  const { t } = useTranslation('seats')
  return (
    <nav className={pills.pills} aria-label={t('view')}>
      {VIEWS.map(one => (
        <Link
          key={one}
          from="/rounds/$round/people"
          to="."
          search={before => seatsSearch({ ...before, view: one === 'people' ? undefined : one })}
          aria-current={one === view ? 'page' : undefined}
          data-on={one === view}
        >
          {t(`views.${one}`)}
        </Link>
      ))}
    </nav>
  )
}

function Everybody({ round, seats }: { round: Round; seats: Seats }) {
  const { t } = useTranslation('seats')
  const nobody = seats.seats.length === 0 && seats.invitations.length === 0
  return (
    <>
      {nobody ? <Empty title={t('none')} text={t('noneText')} /> : null}
      {seats.seats.length > 0 && <PeopleTable round={round} seats={seats} />}
      {seats.invitations.length > 0 && <OpenInvitations round={round} seats={seats} />}
      <TwoFactor round={round} seats={seats} />
    </>
  )
}
