import { Field, Label, Select } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Loading, Problem } from '../ui/states.tsx'
import { profiled, takerOf } from './history.ts'
import { PlainSimilar, SimilarInRound } from './similar.tsx'
import type { HistoryRow, UnitView } from './unit.ts'
import { UnitProfile } from './unit-profile.tsx'
import styles from './units.module.css'
import { unitSearch } from './units-search.ts'

const route = getRouteApi('/units/$unit')

/** How a unit did by dimension in one round, and beside whom. */
export function ProfileSection({ view }: { view: UnitView }) {
  const { t } = useTranslation('units')
  const { round, entry } = route.useSearch()
  const rows = profiled(view.rounds)
  const chosen = rows.find(row => row.round.id === round && row.entry === entry) ?? rows[0]
  if (!chosen)
    return (
      <>
        <section className={styles.card} aria-labelledby="profile">
          <h2 id="profile">{t('profile.titleAlone', { name: view.unit.name })}</h2>
          <p className="ts-muted">{t('profile.none')}</p>
        </section>
        <PlainSimilar similar={view.similar} />
      </>
    )
  return (
    <>
      {rows.length > 1 && <RoundChoice rows={rows} chosen={chosen} view={view} />}
      <InRound chosen={chosen} view={view} />
    </>
  )
}

type ChoiceProps = { rows: readonly HistoryRow[]; chosen: HistoryRow; view: UnitView }

function RoundChoice({ rows, chosen, view }: ChoiceProps) {
  const { t } = useTranslation('units')
  const navigate = useNavigate({ from: '/units/$unit' })
  const id = useId()
  return (
    <Field className={styles.text} data-size="sm">
      <Label htmlFor={id}>{t('profile.round')}</Label>
      <Select
        id={id}
        value={rows.indexOf(chosen)}
        onChange={({ target }) => {
          const row = rows[Number(target.value)]
          const search = { round: row?.round.id, entry: row?.entry }
          navigate({ search: unitSearch(search), replace: true, resetScroll: false })
        }}
      >
        {rows.map(({ round, entry, unit }, at) => (
          <Select.Option key={`${round.id} ${entry}`} value={at}>
            {round.title}
            {unit !== view.unit.id && ` · ${takerOf(view, unit)}`}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}

function InRound({ chosen, view }: { chosen: HistoryRow; view: UnitView }) {
  const results = useQuery(trpc.results.get.queryOptions({ round: chosen.round.id }))
  const name = takerOf(view, chosen.unit)
  if (results.isError) return <Problem error={results.error} retry={() => results.refetch()} />
  if (!results.data) return <Loading rows={6} />
  return (
    <>
      <UnitProfile name={name} row={chosen} results={results.data} />
      <SimilarInRound name={name} row={chosen} results={results.data} />
    </>
  )
}
