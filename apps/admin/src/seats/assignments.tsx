import { Button, Select, Switch } from '@digdir/designsystemet-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import { FilterChoice } from '../ui/filter-choice.tsx'
import form from '../ui/form.module.css'
import { Empty } from '../ui/states.tsx'
import { AssignEvenly } from './assign-evenly.tsx'
import { AssignmentMatrix } from './assignment-matrix.tsx'
import styles from './seats.module.css'
import { ASSESSORS, type AssessorRole, type Seats } from './seats.ts'
import { seatsSearch } from './seats-search.ts'
import { TakeBack } from './take-back.tsx'
import { neededEach, tooFew } from './too-few.ts'

const route = getRouteApi('/rounds/$round/people')

/** Entries that somebody may judge: who declined is not in the round any more. */
const inPlay = ({ entries }: Seats) =>
  entries.filter(({ state }) => state !== 'declined' && state !== 'withdrawn')

/** Who has which entry before them. */
export function Assignments({ round, seats }: { round: Round; seats: Seats }) {
  const { t } = useTranslation('seats')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/rounds/$round/people' })
  const present = ASSESSORS.filter(role => seats.seats.some(seat => seat.role === role))
  const role = search.to ?? present[0] ?? 'desk'
  const set = (change: { to?: string | undefined; few?: 1 | undefined }) =>
    navigate({ search: before => seatsSearch({ ...before, ...change }), replace: true, resetScroll: false })
  return (
    <section className={styles.part} aria-label={t('views.assignments')}>
      <div className={styles.filter}>
        <FilterChoice label={t('assign.role')} value={role} choose={to => set({ to })}>
          {ASSESSORS.map(one => (
            <Select.Option key={one} value={one}>
              {t(`role.${one}`)}
            </Select.Option>
          ))}
        </FilterChoice>
      </div>
      <ForRole
        key={role}
        round={round}
        seats={seats}
        role={role}
        few={search.few === 1}
        setFew={on => set({ few: on ? 1 : undefined })}
      />
    </section>
  )
}

type ForRoleProps = {
  round: Round
  seats: Seats
  role: AssessorRole
  few: boolean
  setFew: (on: boolean) => void
}

function ForRole({ round, seats, role, few, setFew }: ForRoleProps) {
  const { t } = useTranslation('seats')
  const [open, setOpen] = useState<'evenly' | 'back' | null>(null)
  const people = useMemo(
    () => seats.seats.filter(seat => seat.role === role).map(seat => seat.person),
    [seats, role],
  )
  const entries = useMemo(() => inPlay(seats), [seats])
  const assigned = useMemo(() => seats.assignments.filter(one => one.role === role), [seats, role])
  if (people.length === 0)
    return <Empty title={t('assign.none')} text={t('assign.noneText', { role: t(`role.${role}`) })} />
  if (entries.length === 0) return <Empty title={t('assign.noEntries')} text={t('assign.noEntriesText')} />
  const ids = entries.map(entry => entry.id)
  const needed = neededEach(ids, assigned)
  const lacking = tooFew(ids, assigned)
  const close = () => setOpen(null)
  return (
    <>
      <div className={styles.head}>
        <p role="status">
          {lacking.size > 0
            ? t(needed === 1 ? 'assign.nobody' : 'assign.few', { count: lacking.size, needed })
            : t(needed === 1 ? 'assign.somebody' : 'assign.enough', { needed })}
        </p>
        <div className={form.buttons}>
          <Button variant="secondary" data-size="sm" onClick={() => setOpen('evenly')}>
            {t('assign.evenly')}
          </Button>
          {assigned.length > 0 && (
            <Button variant="tertiary" data-size="sm" onClick={() => setOpen('back')}>
              {t('assign.clear')}
            </Button>
          )}
        </div>
      </div>
      <Loads people={people} assigned={assigned} />
      {(lacking.size > 0 || few) && (
        <Switch
          data-size="sm"
          label={t('assign.fewOnly')}
          checked={few}
          onChange={event => setFew(event.target.checked)}
        />
      )}
      <AssignmentMatrix
        round={round}
        seats={seats}
        role={role}
        people={people}
        entries={few ? entries.filter(entry => lacking.has(entry.id)) : entries}
        mark={entry =>
          lacking.has(entry) ? t(needed === 1 ? 'assign.nobodyMark' : 'assign.fewMark', { needed }) : null
        }
      />
      <AssignEvenly
        wish={{ round: round.id, role, entries: ids, people: people.map(one => one.id) }}
        seats={seats}
        open={open === 'evenly'}
        close={close}
      />
      <TakeBack
        wish={{ round: round.id, role, entries: ids, people: people.map(one => one.id) }}
        open={open === 'back'}
        close={close}
      />
    </>
  )
}

type LoadsProps = {
  people: readonly { id: string; name: string }[]
  assigned: readonly { person: string }[]
}

/** How many entries each has. */
function Loads({ people, assigned }: LoadsProps) {
  const { t } = useTranslation('seats')
  return (
    <ul className={styles.loads}>
      {people.map(({ id, name }) => (
        <li key={id}>
          {t('assign.load', { name, count: assigned.filter(one => one.person === id).length })}
        </li>
      ))}
    </ul>
  )
}
