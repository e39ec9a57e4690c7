import { Button, Select } from '@digdir/designsystemet-react'
import { ArrowUndoIcon, PlusIcon, TrashIcon } from '@navikt/aksel-icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { inWords } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Page } from '../ui/page.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { AddPerson } from './add-person.tsx'
import { ROLES, type Role } from './roles.ts'
import { Sure, type Wish } from './sure.tsx'

export type Person = inferOutput<typeof trpc.people.list>[number]

/** Who may sign in, and what they may do. */
export function PeoplePage() {
  const { t } = useTranslation('people')
  const me = useQuery(trpc.people.me.queryOptions())
  const [adding, setAdding] = useState(false)
  const mayAdd = me.data?.can.includes('people.create') ?? false
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayAdd && (
          <Button onClick={() => setAdding(true)}>
            <PlusIcon aria-hidden />
            {t('add')}
          </Button>
        )
      }
    >
      <People />
      <AddPerson open={adding} close={() => setAdding(false)} />
    </Page>
  )
}

function People() {
  const { t } = useTranslation('people')
  const people = useQuery(trpc.people.list.queryOptions())
  const [wish, setWish] = useState<Wish | null>(null)
  const numbered = people.data?.some(person => person.organisationNumber !== null) ?? false
  const columns = useColumns({ ask: setWish, numbered })
  if (people.isError) return <Problem error={people.error} retry={() => people.refetch()} />
  if (!people.data) return <Loading />
  return (
    <>
      <DataTable
        caption={t('title')}
        rows={people.data}
        rowId={person => person.id}
        columns={columns}
        naming="name"
      />
      {people.data.length < 2 && <Empty title={t('none')} text={t('noneText')} />}
      <Sure wish={wish} close={() => setWish(null)} />
    </>
  )
}

type Wishes = {
  ask: (wish: Wish) => void
  /** Whether anybody's identity provider has told an organisation number. */
  numbered: boolean
}

function useColumns({ ask, numbered }: Wishes): DataColumn<Person>[] {
  const { t } = useTranslation('people')
  const locale = useLocale()
  const me = useQuery(trpc.people.me.queryOptions())
  const own = me.data?.user?.id
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('name'),
        value: person => person.name,
        cell: person => (person.id === own ? `${person.name} (${t('you')})` : person.name),
      },
      { id: 'email', head: t('email'), value: person => person.email, width: 15.5 },
      {
        id: 'role',
        head: t('role'),
        value: person => person.role,
        cell: person => <RoleChoice person={person} own={person.id === own} />,
        width: 13,
      },
      ...(numbered
        ? [
            {
              id: 'number',
              head: t('number'),
              about: t('numberHelp'),
              value: (person: Person) => person.organisationNumber,
              width: 9,
            },
          ]
        : []),
      {
        id: 'second',
        head: t('second'),
        value: person => t(person.secondFactor ? 'secondOn' : 'secondOff'),
        cell: person => <SecondFactor person={person} {...(person.id !== own && { ask })} />,
        width: 6.5,
      },
      {
        id: 'seen',
        head: t('seen'),
        value: person => person.lastSeenAt,
        highFirst: true,
        cell: person =>
          person.lastSeenAt === null ? t('never') : inWords(person.lastSeenAt, locale, new Date()),
        width: 7.5,
      },
      {
        id: 'remove',
        head: '',
        about: t('remove'),
        cell: person =>
          person.id === own ? null : (
            <Button
              icon
              variant="tertiary"
              data-size="sm"
              aria-label={t('removeOf', { name: person.name })}
              onClick={() => ask({ act: 'remove', person })}
            >
              <TrashIcon aria-hidden />
            </Button>
          ),
        width: 3.5,
      },
    ],
    [t, locale, own, ask, numbered],
  )
}

function SecondFactor({ person, ask }: { person: Person; ask?: Wishes['ask'] }) {
  const { t } = useTranslation('people')
  if (!person.secondFactor) return <span className="ts-muted">{t('secondOff')}</span>
  return (
    <>
      {t('secondOn')}
      {ask && (
        <Button
          icon
          variant="tertiary"
          data-size="sm"
          title={t('resetSecond')}
          aria-label={t('resetSecondOf', { name: person.name })}
          onClick={() => ask({ act: 'resetSecondFactor', person })}
        >
          <ArrowUndoIcon aria-hidden />
        </Button>
      )}
    </>
  )
}

/** One's own role stays: nobody should lock themselves out by a slip. */
function RoleChoice({ person, own }: { person: Person; own: boolean }) {
  const { t } = useTranslation('people')
  const { t: frame } = useTranslation()
  const cache = useQueryClient()
  const set = useMutation(
    trpc.people.setRole.mutationOptions({
      onSettled: () => cache.invalidateQueries({ queryKey: trpc.people.list.queryKey() }),
    }),
  )
  if (own) return frame(`role.${person.role}`)
  return (
    <>
      <Select
        data-size="sm"
        aria-label={t('roleOf', { name: person.name })}
        value={set.variables && set.isPending ? set.variables.role : person.role}
        disabled={set.isPending}
        onChange={event => set.mutate({ id: person.id, role: event.target.value as Role })}
      >
        {ROLES.map(role => (
          <Select.Option key={role} value={role}>
            {frame(`role.${role}`)}
          </Select.Option>
        ))}
      </Select>
      <span role="status" className={set.isError ? undefined : 'ts-visually-hidden'}>
        {set.isError && set.error.message}
        {set.isSuccess && t('changed', { name: person.name, role: frame(`role.${person.role}`) })}
      </span>
    </>
  )
}
