import { Button, Select } from '@digdir/designsystemet-react'
import { TrashIcon } from '@navikt/aksel-icons'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { FilterBar } from '../ui/filter-bar.tsx'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { FindField } from '../ui/find-field.tsx'
import { RemoveSeat } from './remove-seat.tsx'
import styles from './seats.module.css'
import { ROLES, type Seat, type Seats } from './seats.ts'
import { seatsSearch } from './seats-search.ts'
import { useNames } from './use-names.ts'

const route = getRouteApi('/rounds/$round/people')

/** Everybody who has a seat, one row for each that they have. */
export function PeopleTable({ round, seats }: { round: Round; seats: Seats }) {
  const { t } = useTranslation('seats')
  const { role, find = '' } = route.useSearch()
  const [removing, setRemoving] = useState<Seat | null>(null)
  const columns = useColumns(seats, setRemoving)
  const sought = useDeferredValue(find)
  const rows = useMemo(
    () =>
      seats.seats
        .filter(seat => role === undefined || seat.role === role)
        .toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role)),
    [seats, role],
  )
  return (
    <section className={styles.part} aria-label={t('people')}>
      <Filter seats={seats} />
      <DataTable
        caption={t('people')}
        rows={rows}
        rowId={seat => seat.id}
        columns={columns}
        naming="name"
        find={sought}
        empty={<p className="ts-muted">{t('noneFits')}</p>}
      />
      <RemoveSeat round={round} seat={removing} close={() => setRemoving(null)} />
    </section>
  )
}

function Filter({ seats }: { seats: Seats }) {
  const { t } = useTranslation('seats')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/rounds/$round/people' })
  const set = (change: Record<string, string | undefined>) =>
    navigate({
      search: before => seatsSearch({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    })
  const present = ROLES.filter(role => seats.seats.some(seat => seat.role === role))
  return (
    <FilterBar label={t('narrow')}>
      <FindField label={t('find')} value={search.find} find={find => set({ find })} />
      <FilterChoice label={t('roleFilter')} value={search.role} choose={role => set({ role })}>
        <Select.Option value="">{t('all')}</Select.Option>
        {present.map(role => (
          <Select.Option key={role} value={role}>
            {t(`role.${role}`)} ({seats.seats.filter(seat => seat.role === role).length})
          </Select.Option>
        ))}
      </FilterChoice>
    </FilterBar>
  )
}

function useColumns(seats: Seats, remove: (seat: Seat) => void): DataColumn<Seat>[] {
  const { t } = useTranslation('seats')
  const names = useNames(seats)
  return useMemo(() => {
    const needs = (seat: Seat) => seats.twoFactorFor.includes(seat.role)
    const factor = (seat: Seat) =>
      t(seat.secondFactor ? 'factorSet' : needs(seat) ? 'factorMissing' : 'factorNone')
    return [
      { id: 'name', head: t('name'), value: seat => seat.person.name },
      { id: 'email', head: t('email'), value: seat => seat.person.email, width: 17 },
      {
        id: 'as',
        head: t('as'),
        value: seat => names.part(seat),
        cell: seat => (
          <>
            {names.part(seat)}
            {seat.sections && <small className={styles.quiet}>{names.areas(seat.sections)}</small>}
          </>
        ),
        width: 18,
      },
      { id: 'factor', head: t('factor'), value: factor, width: 9 },
      {
        id: 'remove',
        head: '',
        about: t('remove.button'),
        cell: seat => (
          <Button
            icon
            variant="tertiary"
            data-size="sm"
            aria-label={t('remove.of', { name: seat.person.name, role: names.part(seat) })}
            onClick={() => remove(seat)}
          >
            <TrashIcon aria-hidden />
          </Button>
        ),
        width: 3.5,
      },
    ]
  }, [t, names, seats.twoFactorFor, remove])
}
