import { Checkbox } from '@digdir/designsystemet-react'
import { HandShakeHeartIcon } from '@navikt/aksel-icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Problem } from '../ui/states.tsx'
import styles from './seats.module.css'
import type { AssessorRole, Seats } from './seats.ts'

type Entry = Seats['entries'][number]
type Props = {
  round: Round
  seats: Seats
  role: AssessorRole
  people: readonly { id: string; name: string }[]
  entries: readonly Entry[]
  /** Why an entry stands out. */
  mark: (entry: string) => string | null
}

/** Entries down, assessors across: a tick gives an entry to somebody. On a phone, a card for each entry. */
export function AssignmentMatrix({ round, seats, role, people, entries, mark }: Props) {
  const { t } = useTranslation('seats')
  const cache = useQueryClient()
  const assign = useMutation(
    trpc.seats.assign.mutationOptions({
      onSettled: () => cache.invalidateQueries({ queryKey: trpc.seats.list.pathKey() }),
    }),
  )
  const { mutate } = assign
  const columns = useColumns({ seats, role, people }, (entry, person, on) =>
    mutate({ round: round.id, role, entries: [entry], people: [person], how: on ? 'these' : 'none' }),
  )
  return (
    <>
      {assign.isError && <Problem error={assign.error} />}
      <DataTable
        caption={t('assign.caption', { role: t(`role.${role}`) })}
        rows={entries}
        rowId={entry => entry.id}
        columns={columns}
        naming="entry"
        marked={entry => mark(entry.id)}
      />
    </>
  )
}

type Given = Pick<Props, 'seats' | 'role' | 'people'>

function useColumns(
  { seats, role, people }: Given,
  put: (entry: string, person: string, on: boolean) => void,
): DataColumn<Entry>[] {
  const { t } = useTranslation('seats')
  return useMemo(() => {
    const key = (entry: string, person: string) => `${entry}\n${person}`
    const has = new Set(
      seats.assignments.filter(one => one.role === role).map(one => key(one.entry, one.person)),
    )
    const apart = new Set(seats.conflicts.map(one => key(one.entry, one.person)))
    const countOf = (entry: Entry) => people.filter(({ id }) => has.has(key(entry.id, id))).length
    return [
      { id: 'entry', head: t('assign.entry'), value: entry => entry.name },
      { id: 'total', head: t('assign.total'), value: countOf, numeric: true, width: 6 },
      ...people.map(({ id, name }) => ({
        id,
        head: name,
        cell: (entry: Entry) =>
          apart.has(key(entry.id, id)) ? (
            <span
              className={styles.conflict}
              title={t('assign.conflictOf', { person: name, entry: entry.name })}
            >
              <HandShakeHeartIcon aria-hidden />
              {t('assign.conflict')}
            </span>
          ) : (
            <Checkbox
              data-size="sm"
              aria-label={t('assign.cell', { entry: entry.name, person: name })}
              value={id}
              checked={has.has(key(entry.id, id))}
              onChange={event => put(entry.id, id, event.target.checked)}
            />
          ),
        width: 7.5,
      })),
    ]
  }, [t, seats, role, people, put])
}
