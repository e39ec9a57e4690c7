import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { SearchForm } from './search-form.tsx'
import type { UnitHit } from './unit.ts'
import styles from './units.module.css'
import { useUnitNames } from './use-unit-names.ts'

const route = getRouteApi('/units')

/** The server gives no more. */
const MOST = 20

/** Finds a municipality or county, of today or of any day that the register covers. */
export function UnitsPage() {
  const { t } = useTranslation('units')
  const { text = '' } = route.useSearch()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <SearchForm />
      {text.trim() === '' ? <Empty title={t('start')} text={t('startText')} /> : <Hits />}
    </Page>
  )
}

const countyOf = ({ country, county }: UnitHit) => (county === null ? null : `${country}-${county}`)

function Hits() {
  const { t } = useTranslation('units')
  const { text = '', date, ...where } = route.useSearch()
  const asked = { text: text.trim(), ...(date && { date }), ...where }
  const found = useQuery(trpc.units.search.queryOptions(asked, { placeholderData: keepPreviousData }))
  const counties = useMemo(() => (found.data ?? []).flatMap(hit => countyOf(hit) ?? []), [found.data])
  const nameOf = useUnitNames(counties, date ?? new Date().toISOString().slice(0, 10))
  const columns = useColumns(nameOf)
  if (found.isError) return <Problem error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Loading />
  const { length } = found.data
  return (
    <>
      <p className={styles.count} role="status">
        {t('shown', { count: length })}
        {length === MOST && ` · ${t('first', { count: MOST })}`}
      </p>
      <DataTable
        caption={t('found')}
        rows={found.data}
        rowId={row => row.id}
        columns={columns}
        empty={<Empty title={t('none')} text={t('noneText')} />}
      />
    </>
  )
}

function useColumns(nameOf: (id: string) => string): DataColumn<UnitHit>[] {
  const { t } = useTranslation('units')
  const { t: frame } = useTranslation()
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('column.name'),
        value: row => row.name,
        cell: row => (
          <Link to="/units/$unit" params={{ unit: row.id }}>
            {row.name}
          </Link>
        ),
      },
      { id: 'code', head: t('column.code'), value: row => row.code, width: 7 },
      { id: 'kind', head: t('column.kind'), value: row => frame(`kind.${row.kind}`), width: 10 },
      {
        id: 'county',
        head: t('column.county'),
        value: row => {
          const county = countyOf(row)
          return county === null ? null : nameOf(county)
        },
        width: 13,
      },
      { id: 'country', head: t('column.country'), value: row => frame(`country.${row.country}`), width: 9 },
    ],
    [t, frame, nameOf],
  )
}
