import { Alert } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { RubricData } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { RoundTags } from '../rounds/round-frame.tsx'
import { useLocale } from '../ui/locale.ts'
import { Page } from '../ui/page.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { UnitHistory } from '../units/unit-history.tsx'
import { CategoryName } from './category-name.tsx'
import { EntryAreas } from './entry-areas.tsx'
import { EntryTiles } from './entry-tiles.tsx'
import { Explanation } from './explanation.tsx'
import { FlagTags } from './flag-tags.tsx'
import { restsOf } from './rests-of.ts'
import styles from './results.module.css'
import type { Results } from './results.ts'
import { Strengths } from './strengths.tsx'
import { screeningWords } from './trail-words.ts'
import { useLayers } from './use-layers.ts'
import { useMay } from './use-may.ts'
import { useRubric } from './use-results.ts'

const route = getRouteApi('/rounds/$round/entries/$entry')

/** One unit in one round: how it did, where it is strong, why, and how it did before. */
export function EntryPage() {
  const { t } = useTranslation('results')
  const { t: tr } = useTranslation('rounds')
  const { round: id, entry } = route.useParams()
  const round = useQuery(trpc.rounds.get.queryOptions({ id }))
  const results = useQuery(trpc.results.get.queryOptions({ round: id }))
  const rubric = useRubric(id)
  const error = round.error ?? results.error
  const trail = [
    { label: tr('title'), to: '/rounds' },
    { label: round.data?.title ?? tr('round'), to: `/rounds/${id}/results` },
  ]
  if (error)
    return (
      <Page title={tr('noRound')} trail={trail}>
        <Problem error={error} />
      </Page>
    )
  if (!round.data || !results.data || !rubric)
    return (
      <Page title={t('column.unit')} trail={trail}>
        <Loading rows={10} />
      </Page>
    )
  const at = results.data.rows.findIndex(row => row.entry === entry)
  const row = results.data.rows[at]
  if (!row)
    return (
      <Page title={t('unit.missing')} trail={trail}>
        <Empty title={t('unit.missing')} text={t('unit.missingText')} />
      </Page>
    )
  const [lead = ''] = row.units
  return (
    <Page
      title={row.name}
      about={round.data.title}
      trail={trail}
      tags={
        <>
          <RoundTags round={round.data} />
          <FlagTags flags={row.flags} />
        </>
      }
      lead={
        <>
          <CategoryName rubric={rubric} category={row.category} /> ·{' '}
          <Link to="/units/$unit" params={{ unit: lead }}>
            {t('unit.unitPage', { name: row.name })}
          </Link>
          {row.units.length > 1 && ` · ${t('unit.members', { count: row.units.length })}`}
        </>
      }
    >
      <Body round={round.data} results={results.data} rubric={rubric} at={at} />
    </Page>
  )
}

type BodyProps = { round: Round; results: Results; rubric: RubricData; at: number }

function Body({ round, results, rubric, at }: BodyProps) {
  const { t } = useTranslation('results')
  const { t: explain } = useTranslation('explanation')
  const { t: steps } = useTranslation('steps')
  const locale = useLocale()
  const row = results.rows[at]
  const may = useMay(round)
  if (!row) return null
  const view = { results, rubric, at }
  return (
    <div className={styles.stack}>
      <EntryTiles {...view} />
      {row.leftOut && <Alert data-color="info">{screeningWords(row.leftOut, { t: steps, locale })}</Alert>}
      {results.nodes.length > 0 && (
        <>
          {row.score !== null && (
            <>
              <EntryAreas {...view} />
              <Strengths {...view} />
            </>
          )}
          {may.readAnswers ? (
            <Explained results={results} entry={row.entry} rubric={rubric} />
          ) : (
            <p className="ts-muted">{explain('membersOnly')}</p>
          )}
        </>
      )}
      {round.kind === 'record' && <p className="ts-muted">{explain('recordOnly')}</p>}
      <UnitHistory unit={row.units[0] ?? ''} title={t('unit.history')} except={round.id} />
    </div>
  )
}

function Explained({ results, entry, rubric }: Pick<BodyProps, 'results' | 'rubric'> & { entry: string }) {
  const round = results.round.id
  const explanation = useQuery(trpc.results.explain.queryOptions({ round, entry }))
  const layers = useLayers({ round, entry })
  if (explanation.isError) return <Problem error={explanation.error} retry={() => explanation.refetch()} />
  return explanation.data ? (
    <Explanation
      key={entry}
      root={explanation.data}
      rubric={rubric}
      layers={layers}
      restsOn={restsOf(results, entry)}
    />
  ) : (
    <Loading rows={8} />
  )
}
