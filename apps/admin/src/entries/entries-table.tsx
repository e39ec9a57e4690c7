import { Tag } from '@digdir/designsystemet-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { useLocale } from '../ui/locale.ts'
import styles from './entries.module.css'
import { EntriesFilter } from './entries-filter.tsx'
import { entriesSearch } from './entries-search.ts'
import { type Entry, narrowed } from './entry.ts'
import { EntryDetails } from './entry-details.tsx'
import { StandTag } from './stand-tag.tsx'

const route = getRouteApi('/rounds/$round/entries')

type Props = { round: Round; entries: readonly Entry[] }

/** Everybody who takes part; a name opens what is decided about an entry. */
export function EntriesTable({ round, entries }: Props) {
  const { t } = useTranslation('entries')
  const search = route.useSearch()
  const sought = useDeferredValue(search.text ?? '')
  const columns = useColumns(round)
  const { category, county, state, degree } = search
  const rows = useMemo(
    () => narrowed(entries, { category, county, state, degree }),
    [entries, category, county, state, degree],
  )
  const open = entries.find(entry => entry.id === search.entry)
  return (
    <>
      <EntriesFilter round={round} entries={entries} />
      <DataTable
        caption={t('title')}
        rows={rows}
        rowId={entry => entry.id}
        columns={columns}
        naming="name"
        find={sought}
        empty={<p className="ts-muted">{t('noneFits')}</p>}
      />
      {open && <EntryDetails key={open.id} round={round} entry={open} />}
    </>
  )
}

function useColumns(round: Round): DataColumn<Entry>[] {
  const { t } = useTranslation('entries')
  const locale = useLocale()
  return useMemo(() => {
    const counts = new Intl.NumberFormat(locale)
    const title = (entry: Entry) =>
      entry.category === null ? null : (round.rubric.categories[entry.category]?.title ?? entry.category)
    const nameOf = (entry: Entry) => (entry.units.length === 0 ? t('anonymous') : entry.name)
    return [
      {
        id: 'name',
        head: t('column.name'),
        value: nameOf,
        cell: entry => (
          <>
            <Link
              to="/rounds/$round/entries"
              params={{ round: round.id }}
              search={before => entriesSearch({ ...before, entry: entry.id })}
              activeProps={{ className: '' }}
              resetScroll={false}
            >
              {nameOf(entry)}
            </Link>
            {entry.units.length > 1 && (
              <small className={styles.units}>{entry.units.map(unit => unit.name).join(' + ')}</small>
            )}
          </>
        ),
      },
      {
        id: 'state',
        head: t('stateLabel'),
        value: entry => t(`state.${entry.state}`),
        cell: entry => <StandTag entry={entry} />,
        width: 10.5,
      },
      {
        id: 'category',
        head: t('column.category'),
        value: title,
        cell: entry => (
          <>
            {title(entry) ?? t(`reason.${entry.categoryReason as 'no-match'}`)}
            {entry.ineligible && (
              <Tag data-size="sm" data-color="warning" className={styles.after ?? ''}>
                {t('ineligible')}
              </Tag>
            )}
            {entry.categoryReason === 'given' && <small className={styles.units}>{t('decided')}</small>}
          </>
        ),
        width: 12,
      },
      {
        id: 'population',
        head: t('column.population'),
        value: entry => entry.population,
        cell: entry => (entry.population === null ? '–' : counts.format(entry.population)),
        numeric: true,
        highFirst: true,
        width: 6.5,
      },
      {
        id: 'degree',
        head: t('degreeLabel'),
        value: entry => t(`degree.${entry.participation}`),
        width: 9.5,
      },
      {
        id: 'answered',
        head: t('column.answered'),
        value: entry => entry.answered,
        cell: entry => t('answeredOf', { answered: entry.answered, of: entry.of }),
        numeric: true,
        highFirst: true,
        width: 6.5,
      },
    ]
  }, [t, locale, round])
}
