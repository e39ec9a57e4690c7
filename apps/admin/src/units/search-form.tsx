import { Select, Textfield } from '@digdir/designsystemet-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '../ui/filter-bar.tsx'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { FindField } from '../ui/find-field.tsx'
import { COUNTRIES, KINDS, unitsSearch } from './units-search.ts'

const route = getRouteApi('/units')

/** What is looked for; the address carries it. */
export function SearchForm() {
  const { t } = useTranslation('units')
  const { t: frame } = useTranslation()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/units' })
  const set = (change: Record<string, string | undefined>) =>
    navigate({ search: before => unitsSearch({ ...before, ...change }), replace: true, resetScroll: false })
  return (
    <FilterBar label={t('search')}>
      <FindField label={t('text')} value={search.text} find={text => set({ text })} />
      <FilterChoice label={t('country')} value={search.country} choose={country => set({ country })}>
        <Select.Option value="">{t('all')}</Select.Option>
        {COUNTRIES.map(code => (
          <Select.Option key={code} value={code}>
            {frame(`country.${code}`)}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice label={t('kind')} value={search.kind} choose={kind => set({ kind })}>
        <Select.Option value="">{t('all')}</Select.Option>
        {KINDS.map(one => (
          <Select.Option key={one} value={one}>
            {frame(`kind.${one}`)}
          </Select.Option>
        ))}
      </FilterChoice>
      <Textfield
        data-size="sm"
        type="date"
        label={t('date')}
        value={search.date ?? ''}
        onChange={event => set({ date: event.target.value || undefined })}
      />
    </FilterBar>
  )
}
