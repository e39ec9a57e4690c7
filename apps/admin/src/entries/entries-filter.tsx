import { Select } from '@digdir/designsystemet-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import { FilterBar } from '../ui/filter-bar.tsx'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { FindField } from '../ui/find-field.tsx'
import { useUnitNames } from '../units/use-unit-names.ts'
import { DEGREES, type EntriesSearch, STATES } from './entries-search.ts'
import { type Entry, NO_CATEGORY } from './entry.ts'

const route = getRouteApi('/rounds/$round/entries')

type Props = { round: Round; entries: readonly Entry[] }

/** Narrows the list by words, class, county, state and degree; only what there is can be chosen. */
export function EntriesFilter({ round, entries }: Props) {
  const { t } = useTranslation('entries')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/rounds/$round/entries' })
  const set = (change: Partial<EntriesSearch>) =>
    navigate({ search: before => ({ ...before, ...change }), replace: true, resetScroll: false })
  const counties = [...new Set(entries.flatMap(entry => entry.county ?? []))]
  const countyName = useUnitNames(counties, round.referenceDate)
  const sent = entries.filter(entry => entry.submittedAt !== null).length
  const has = <K extends 'state' | 'participation'>(key: K, value: Entry[K]) =>
    entries.some(entry => entry[key] === value)
  return (
    <FilterBar label={t('narrow')} count={t('counts', { count: entries.length, sent })}>
      <FindField label={t('find')} value={search.text} find={text => set({ text })} />
      <FilterChoice label={t('category')} value={search.category} choose={category => set({ category })}>
        <Select.Option value="">{t('all')}</Select.Option>
        {Object.entries(round.rubric.categories).map(([key, { title }]) => (
          <Select.Option key={key} value={key}>
            {title}
          </Select.Option>
        ))}
        {entries.some(entry => entry.category === null) && (
          <Select.Option value={NO_CATEGORY}>{t('noCategory')}</Select.Option>
        )}
      </FilterChoice>
      {counties.length > 1 && (
        <FilterChoice label={t('county')} value={search.county} choose={county => set({ county })}>
          <Select.Option value="">{t('all')}</Select.Option>
          {counties
            .map(id => ({ id, name: countyName(id) }))
            .toSorted((a, b) => a.name.localeCompare(b.name))
            .map(({ id, name }) => (
              <Select.Option key={id} value={id}>
                {name}
              </Select.Option>
            ))}
        </FilterChoice>
      )}
      <FilterChoice
        label={t('stateLabel')}
        value={search.state}
        choose={state => set({ state: STATES.find(one => one === state) })}
      >
        <Select.Option value="">{t('all')}</Select.Option>
        {STATES.filter(state => has('state', state)).map(state => (
          <Select.Option key={state} value={state}>
            {t(`state.${state}`)}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice
        label={t('degreeLabel')}
        value={search.degree}
        choose={degree => set({ degree: DEGREES.find(one => one === degree) })}
      >
        <Select.Option value="">{t('all')}</Select.Option>
        {DEGREES.filter(degree => has('participation', degree)).map(degree => (
          <Select.Option key={degree} value={degree}>
            {t(`degree.${degree}`)}
          </Select.Option>
        ))}
      </FilterChoice>
    </FilterBar>
  )
}
