import { Select, Tag } from '@digdir/designsystemet-react'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CategoryName } from '../results/category-name.tsx'
import type { Round } from '../rounds/round.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { FilterBar } from '../ui/filter-bar.tsx'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { FindField } from '../ui/find-field.tsx'
import styles from './responses.module.css'
import { WAITING_STATES, type Waiting } from './responses.ts'
import { type ResponsesSearch, responsesSearch } from './responses-search.ts'

const route = getRouteApi('/rounds/$round/responses')

type Props = { round: Round; waiting: readonly Waiting[] }

/** Who has not submitted, narrowed by how far they are, class and county; the address carries the choice. */
export function WaitingFor({ round, waiting }: Props) {
  const { t } = useTranslation('responses')
  const search = route.useSearch()
  const columns = useColumns(round)
  const shown = waiting.filter(
    one =>
      (search.state === undefined || one.state === search.state) &&
      (search.category === undefined || (one.category ?? '') === search.category) &&
      (search.county === undefined || one.county?.id === search.county),
  )
  return (
    <section className={styles.part} aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting.title')}</h2>
      {waiting.length === 0 ? (
        <p>{t('waiting.nobody')}</p>
      ) : (
        <>
          <Narrow round={round} waiting={waiting} count={shown.length} />
          <DataTable
            caption={t('waiting.caption')}
            rows={shown}
            rowId={row => row.entry}
            columns={columns}
            find={search.text ?? ''}
            empty={<p>{t('waiting.nothing')}</p>}
          />
        </>
      )}
    </section>
  )
}

function Narrow({ round, waiting, count }: Props & { count: number }) {
  const { t } = useTranslation('responses')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/rounds/$round/responses' })
  const set = (change: Partial<Record<keyof ResponsesSearch, string | undefined>>) =>
    navigate({
      search: before => responsesSearch({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    })
  const counties = [...new Map(waiting.flatMap(({ county }) => (county ? [[county.id, county.name]] : [])))]
  return (
    <FilterBar label={t('waiting.title')} count={t('waiting.count', { count })}>
      <FindField label={t('waiting.find')} value={search.text} find={text => set({ text })} />
      <FilterChoice label={t('waiting.state')} value={search.state} choose={state => set({ state })}>
        <Select.Option value="">{t('waiting.all')}</Select.Option>
        {WAITING_STATES.map(state => (
          <Select.Option key={state} value={state}>
            {t(`state.${state}`)}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice
        label={t('waiting.category')}
        value={search.category}
        choose={category => set({ category })}
      >
        <Select.Option value="">{t('waiting.all')}</Select.Option>
        {Object.entries(round.rubric.categories).map(([id, { title }]) => (
          <Select.Option key={id} value={id}>
            {title}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice label={t('waiting.county')} value={search.county} choose={county => set({ county })}>
        <Select.Option value="">{t('waiting.all')}</Select.Option>
        {counties.map(([id, name]) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </FilterChoice>
    </FilterBar>
  )
}

function useColumns(round: Round): DataColumn<Waiting>[] {
  const { t } = useTranslation('responses')
  const { t: entries } = useTranslation('entries')
  return useMemo(() => {
    const nameOf = (row: Waiting) => row.name || entries('anonymous')
    return [
      {
        id: 'name',
        head: t('waiting.entry'),
        value: nameOf,
        cell: row => (
          <Link to="/rounds/$round/entries" params={{ round: round.id }}>
            {nameOf(row)}
          </Link>
        ),
      },
      {
        id: 'state',
        head: t('waiting.state'),
        value: row => t(`state.${row.state}`),
        cell: row => (
          <Tag data-size="sm" data-color={row.state === 'started' ? 'info' : 'neutral'}>
            {t(`state.${row.state}`)}
          </Tag>
        ),
        width: 12,
      },
      {
        id: 'category',
        head: t('waiting.category'),
        value: row => round.rubric.categories[row.category ?? '']?.title ?? null,
        cell: row => <CategoryName rubric={round.rubric} category={row.category} />,
        width: 16,
      },
      { id: 'county', head: t('waiting.county'), value: row => row.county?.name ?? null, width: 12 },
    ]
  }, [t, entries, round])
}
