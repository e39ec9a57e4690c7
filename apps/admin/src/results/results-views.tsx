import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import { tabsOf } from '../rounds/round-tabs.ts'
import { useLocale } from '../ui/locale.ts'
import { Empty, Loading } from '../ui/states.tsx'
import { Blocked } from './blocked.tsx'
import { CriteriaMap } from './criteria-map.tsx'
import { Distribution } from './distribution.tsx'
import { narrowed } from './narrow.ts'
import styles from './results.module.css'
import type { Results } from './results.ts'
import { ResultsFilter } from './results-filter.tsx'
import type { ResultsTab } from './results-search.ts'
import { ResultsTable } from './results-table.tsx'
import { Tiles } from './tiles.tsx'
import { useMay } from './use-may.ts'
import { useCountyName, useRubric } from './use-results.ts'
import { Versions } from './versions.tsx'

const route = getRouteApi('/rounds/$round/results')

const Sure = lazy(() => import('../sure/sure.tsx').then(m => ({ default: m.Sure })))

/** The same results in figures, as a table, as a picture, by criterion, and as they were published. */
export function ResultsViews({ round, results }: { round: Round; results: Results }) {
  const search = route.useSearch()
  const locale = useLocale()
  const rubric = useRubric(round.id)
  const may = useMay(round)
  const countyName = useCountyName(results.rows, round.referenceDate)
  const { text, category, county, band } = search
  const shown = useMemo(
    () => narrowed(results.rows, { text, category, county, band }, countyName, locale),
    [results.rows, text, category, county, band, countyName, locale],
  )
  const tabs = viewsOf(results, may.readAnswers)
  const tab = tabs.find(one => one === search.tab) ?? 'table'
  if (!rubric) return <Loading rows={10} />
  const view = { round, results, rubric, shown, countyName }
  const narrows = tab !== 'versions' && tab !== 'sure'
  return (
    <>
      {may.run && round.state === 'evaluated' && results.errors.length > 0 && (
        <div className={styles.above}>
          <Blocked round={round} results={results} level={2} />
        </div>
      )}
      <Tiles results={results} rubric={rubric} />
      <Views tabs={tabs} tab={tab} round={round} />
      {narrows && <ResultsFilter {...view} />}
      {tab === 'versions' && <Versions round={round} rubric={rubric} />}
      {tab === 'sure' && (
        <Suspense fallback={<Loading rows={8} />}>
          <Sure {...view} />
        </Suspense>
      )}
      {narrows && shown.length === 0 && <NothingFits />}
      {tab === 'table' && shown.length > 0 && <ResultsTable {...view} />}
      {tab === 'distribution' && shown.length > 0 && <Distribution {...view} />}
      {tab === 'criteria' && shown.length > 0 && <CriteriaMap {...view} />}
    </>
  )
}

/**
 * A record has totals at most, so there may be nothing to draw or to take apart; how sure a rank is can be told to those who
 * may read the answers.
 */
const viewsOf = ({ rows, nodes, round }: Results, readAnswers: boolean): ResultsTab[] => [
  'table',
  ...(rows.some(row => row.score !== null) ? (['distribution'] as const) : []),
  ...(nodes.length > 0 ? (['criteria'] as const) : []),
  ...(readAnswers && round.kind !== 'record' && rows.some(row => row.rank !== null)
    ? (['sure'] as const)
    : []),
  ...(round.state === 'published' ? (['versions'] as const) : []),
]

function Views({ tabs, tab, round }: { tabs: readonly ResultsTab[]; tab: ResultsTab; round: Round }) {
  const { t } = useTranslation('results')
  return (
    <nav className={styles.views} aria-label={t('view')}>
      {tabs.map(one => (
        <Link
          key={one}
          from="/rounds/$round/results"
          to="."
          search={({ entry: _, path: __, ...before }) => ({
            ...before,
            tab: one === 'table' ? undefined : one,
          })}
          resetScroll={false}
          aria-current={one === tab ? 'page' : undefined}
          data-on={one === tab}
        >
          {t(`tabs.${one}`)}
        </Link>
      ))}
      {tabsOf(round).includes('survey') && (
        <Link to="/rounds/$round/survey" params={{ round: round.id }}>
          {t('questions')}
        </Link>
      )}
    </nav>
  )
}

function NothingFits() {
  const { t } = useTranslation('results')
  return <Empty title={t('nothing')} text={t('nothingText')} />
}
