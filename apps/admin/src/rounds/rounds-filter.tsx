import { Button, Select } from '@digdir/designsystemet-react'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '../ui/filter-bar.tsx'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { FindField } from '../ui/find-field.tsx'
import type { RoundRow } from './round.ts'
import { roundsSearch } from './rounds-search.ts'
import { useAwardTitles } from './use-award-titles.ts'

const route = getRouteApi('/rounds')
const STATES = ['draft', 'open', 'evaluated', 'published'] as const
const KINDS = ['round', 'record', 'synthetic'] as const

/** Narrows the list; the address carries the choice. */
export function RoundsFilter({ rows, shown }: { rows: readonly RoundRow[]; shown: number }) {
  const { t } = useTranslation()
  const { t: tr } = useTranslation('rounds')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/rounds' })
  const titleOf = useAwardTitles()
  const set = (change: Record<string, string | undefined>) =>
    navigate({
      search: before => roundsSearch({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    })
  const awards = [...new Set(rows.map(row => row.award))].sort()
  const countries = [...new Set(rows.map(row => row.country))].sort()
  const narrow = [search.text, search.award, search.country, search.state, search.kind].some(Boolean)
  return (
    <FilterBar
      label={tr('narrow')}
      count={
        <>
          {tr('shown', { count: shown })}
          {narrow && (
            <Button asChild variant="tertiary" data-size="sm">
              <Link to="/rounds">{tr('clear')}</Link>
            </Button>
          )}
        </>
      }
    >
      <FindField label={tr('search')} value={search.text} find={text => set({ text })} />
      <FilterChoice label={tr('award')} value={search.award} choose={award => set({ award })}>
        <Select.Option value="">{tr('any')}</Select.Option>
        {awards.map(award => (
          <Select.Option key={award} value={award}>
            {titleOf(award)}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice label={tr('country')} value={search.country} choose={country => set({ country })}>
        <Select.Option value="">{tr('any')}</Select.Option>
        {countries.map(country => (
          <Select.Option key={country} value={country}>
            {t(`country.${country as 'NO'}`)}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice label={tr('state')} value={search.state} choose={state => set({ state })}>
        <Select.Option value="">{tr('any')}</Select.Option>
        {STATES.map(state => (
          <Select.Option key={state} value={state}>
            {t(`state.${state}`)}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice label={tr('kind')} value={search.kind} choose={kind => set({ kind })}>
        <Select.Option value="">{tr('any')}</Select.Option>
        {KINDS.map(kind => (
          <Select.Option key={kind} value={kind}>
            {tr(`kinds.${kind}`)}
          </Select.Option>
        ))}
      </FilterChoice>
    </FilterBar>
  )
}
