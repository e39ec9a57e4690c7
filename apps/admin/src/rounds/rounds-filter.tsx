import { Button, Search, Select } from '@digdir/designsystemet-react'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FilterChoice } from '../ui/filter-choice.tsx'
import type { RoundRow } from './round.ts'
import styles from './rounds.module.css'
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
    <search className={styles.filter} aria-label={tr('narrow')}>
      <Search data-size="sm" className={styles.search}>
        <Search.Input
          aria-label={tr('search')}
          placeholder={tr('search')}
          value={search.text ?? ''}
          onChange={event => set({ text: event.target.value })}
        />
        <Search.Clear aria-label={tr('clear')} />
      </Search>
      <FilterChoice
        className={styles.choice}
        label={tr('award')}
        value={search.award}
        choose={award => set({ award })}
      >
        <Select.Option value="">{tr('any')}</Select.Option>
        {awards.map(award => (
          <Select.Option key={award} value={award}>
            {titleOf(award)}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice
        className={styles.choice}
        label={tr('country')}
        value={search.country}
        choose={country => set({ country })}
      >
        <Select.Option value="">{tr('any')}</Select.Option>
        {countries.map(country => (
          <Select.Option key={country} value={country}>
            {t(`country.${country as 'NO'}`)}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice
        className={styles.choice}
        label={tr('state')}
        value={search.state}
        choose={state => set({ state })}
      >
        <Select.Option value="">{tr('any')}</Select.Option>
        {STATES.map(state => (
          <Select.Option key={state} value={state}>
            {t(`state.${state}`)}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice
        className={styles.choice}
        label={tr('kind')}
        value={search.kind}
        choose={kind => set({ kind })}
      >
        <Select.Option value="">{tr('any')}</Select.Option>
        {KINDS.map(kind => (
          <Select.Option key={kind} value={kind}>
            {tr(`kinds.${kind}`)}
          </Select.Option>
        ))}
      </FilterChoice>
      <span className={styles.count} role="status">
        {tr('shown', { count: shown })}
        {narrow && (
          <Button asChild variant="tertiary" data-size="sm">
            <Link to="/rounds">{tr('clear')}</Link>
          </Button>
        )}
      </span>
    </search>
  )
}
