import { Button, Select } from '@digdir/designsystemet-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { Band } from '@tumstock/engine/bands'
import { formatNumber } from '@tumstock/engine/display'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '../ui/filter-bar.tsx'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { FindField } from '../ui/find-field.tsx'
import { useLocale } from '../ui/locale.ts'
import { BANDS, countyOf, type Narrowing, NO_CATEGORY } from './narrow.ts'
import { resultsSearch } from './results-search.ts'
import type { View } from './view.ts'

const route = getRouteApi('/rounds/$round/results')

/** Narrows every view of the results; the address carries the choice. */
export function ResultsFilter({ results, rubric, shown, countyName }: View) {
  const { t } = useTranslation('results')
  const locale = useLocale()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/rounds/$round/results' })
  const set = (change: Narrowing) =>
    navigate({ search: before => resultsSearch({ ...before, ...change }), replace: true, resetScroll: false })
  const counties = [...new Set(results.rows.flatMap(row => countyOf(row) ?? []))]
    .map(id => ({ id, name: countyName(id) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  const several = Object.keys(rubric.categories).length > 1
  const narrow = [search.text, search.category, search.county, search.band].some(Boolean)
  return (
    <FilterBar
      label={t('filter.label')}
      count={
        <>
          {t('filter.shown', {
            count: shown.length,
            of: formatNumber(results.rows.length, { decimals: 0, locale }),
          })}
          {narrow && (
            <Button
              variant="tertiary"
              data-size="sm"
              onClick={() =>
                set({ text: undefined, category: undefined, county: undefined, band: undefined })
              }
            >
              {t('filter.clear')}
            </Button>
          )}
        </>
      }
    >
      <FindField label={t('filter.text')} value={search.text} find={text => set({ text })} />
      {several && (
        <FilterChoice
          label={t('filter.category')}
          value={search.category}
          choose={category => set({ category })}
        >
          <Select.Option value="">{t('filter.all')}</Select.Option>
          {Object.entries(rubric.categories).map(([id, { title }]) => (
            <Select.Option key={id} value={id}>
              {title}
            </Select.Option>
          ))}
          {results.rows.some(row => row.category === null) && (
            <Select.Option value={NO_CATEGORY}>{t('noCategory')}</Select.Option>
          )}
        </FilterChoice>
      )}
      {counties.length > 1 && (
        <FilterChoice label={t('filter.county')} value={search.county} choose={county => set({ county })}>
          <Select.Option value="">{t('filter.all')}</Select.Option>
          {counties.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </FilterChoice>
      )}
      {results.rows.some(row => row.population !== null) && (
        <FilterChoice label={t('filter.band')} value={search.band} choose={band => set({ band })}>
          <Select.Option value="">{t('filter.all')}</Select.Option>
          {BANDS.map(band => (
            <BandOption key={band.id} band={band} />
          ))}
        </FilterChoice>
      )}
    </FilterBar>
  )
}

function BandOption({ band: { id, from, below } }: { band: Band }) {
  const { t } = useTranslation('results')
  const locale = useLocale()
  const people = (value: number) => formatNumber(value, { decimals: 0, locale })
  const words =
    from === undefined
      ? t('filter.under', { below: people(below ?? 0) })
      : below === undefined
        ? t('filter.over', { from: people(from) })
        : t('filter.between', { from: people(from), to: people(below - 1) })
  return <Select.Option value={id}>{words}</Select.Option>
}
