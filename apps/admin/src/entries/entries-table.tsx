import { Button, Field, Label, Search, Select } from '@digdir/designsystemet-react'
import { TrashIcon } from '@navikt/aksel-icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { Confirm } from '../ui/confirm.tsx'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { useLocale } from '../ui/locale.ts'
import styles from './entries.module.css'

type Entry = inferOutput<typeof trpc.entries.list>[number]
type Props = { round: Round; entries: readonly Entry[] }

export function EntriesTable({ round, entries }: Props) {
  const { t } = useTranslation('entries')
  const [find, setFind] = useState('')
  const [category, setCategory] = useState('')
  const [removing, setRemoving] = useState<Entry | null>(null)
  const columns = useColumns(round, setRemoving)
  const sought = useDeferredValue(find)
  const rows = useMemo(
    () => (category === '' ? entries : entries.filter(entry => (entry.category ?? '-') === category)),
    [entries, category],
  )
  const id = useId()
  const answered = entries.filter(entry => entry.answered > 0).length
  return (
    <>
      <search className={styles.filter} aria-label={t('narrow')}>
        <Search data-size="sm" className={styles.find}>
          <Search.Input
            aria-label={t('find')}
            placeholder={t('find')}
            value={find}
            onChange={event => setFind(event.target.value)}
          />
          <Search.Clear aria-label={t('clear')} />
        </Search>
        <Field data-size="sm">
          <Label htmlFor={id}>{t('category')}</Label>
          <Select id={id} value={category} onChange={event => setCategory(event.target.value)}>
            <Select.Option value="">{t('all')}</Select.Option>
            {Object.entries(round.rubric.categories).map(([key, { title }]) => (
              <Select.Option key={key} value={key}>
                {title}
              </Select.Option>
            ))}
            {entries.some(entry => entry.category === null) && (
              <Select.Option value="-">{t('noCategory')}</Select.Option>
            )}
          </Select>
        </Field>
        <p className={styles.count} role="status">
          {t('counts', { count: entries.length, answered })}
        </p>
      </search>
      <DataTable
        caption={t('title')}
        rows={rows}
        rowId={entry => entry.id}
        columns={columns}
        naming="name"
        find={sought}
        empty={<p className="ts-muted">{t('noneFits')}</p>}
      />
      <Remove round={round} entry={removing} close={() => setRemoving(null)} />
    </>
  )
}

function useColumns(round: Round, remove: (entry: Entry) => void): DataColumn<Entry>[] {
  const { t } = useTranslation('entries')
  const locale = useLocale()
  return useMemo(() => {
    const counts = new Intl.NumberFormat(locale)
    const title = (entry: Entry) =>
      entry.category === null ? null : (round.rubric.categories[entry.category]?.title ?? entry.category)
    const columns: DataColumn<Entry>[] = [
      {
        id: 'name',
        head: t('column.name'),
        value: entry => entry.name,
        cell: entry => (
          <Link to="/rounds/$round/entries/$entry" params={{ round: round.id, entry: entry.id }}>
            {entry.name}
          </Link>
        ),
      },
      {
        id: 'units',
        head: t('column.units'),
        value: entry => entry.units.map(unit => unit.id).join(' + '),
        width: 8,
      },
      {
        id: 'category',
        head: t('column.category'),
        value: title,
        cell: entry => title(entry) ?? t(`reason.${entry.categoryReason as 'no-match'}`),
        width: 16,
      },
      {
        id: 'population',
        head: t('column.population'),
        value: entry => entry.population,
        cell: entry => (entry.population === null ? '–' : counts.format(entry.population)),
        numeric: true,
        highFirst: true,
        width: 8,
      },
      {
        id: 'answered',
        head: t('column.answered'),
        value: entry => entry.answered,
        cell: entry => t('answeredOf', { answered: entry.answered, of: entry.of }),
        numeric: true,
        highFirst: true,
        width: 8,
      },
    ]
    if (!round.mayChange || (round.state !== 'open' && round.state !== 'evaluated')) return columns
    return [
      ...columns,
      {
        id: 'remove',
        head: '',
        about: t('remove.button'),
        cell: entry => (
          <Button
            icon
            variant="tertiary"
            data-size="sm"
            aria-label={t('remove.of', { name: entry.name })}
            onClick={() => remove(entry)}
          >
            <TrashIcon aria-hidden />
          </Button>
        ),
        width: 3.5,
      },
    ]
  }, [t, locale, round, remove])
}

function Remove({ round, entry, close }: { round: Round; entry: Entry | null; close: () => void }) {
  const { t } = useTranslation('entries')
  const cache = useQueryClient()
  const remove = useMutation(
    trpc.entries.remove.mutationOptions({
      onSuccess: async () => {
        close()
        await Promise.all([
          cache.invalidateQueries({ queryKey: trpc.entries.list.queryKey({ round: round.id }) }),
          cache.invalidateQueries({ queryKey: trpc.rounds.pathKey() }),
        ])
      },
    }),
  )
  return (
    <Confirm
      open={entry !== null}
      title={t('remove.sure', { name: entry?.name ?? '' })}
      text={t('remove.text', { count: entry?.answered ?? 0 })}
      act={t('remove.button')}
      danger
      pending={remove.isPending}
      error={remove.error}
      onAct={() => entry && remove.mutate({ round: round.id, entry: entry.id })}
      onClose={close}
    />
  )
}
