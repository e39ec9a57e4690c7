import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { formatNumber, formatScore, formatShare } from '@tumstock/engine/display'
import { LAYERS } from '@tumstock/engine/layer'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { useLocale } from '../ui/locale.ts'
import { sortOf, sortText } from '../ui/table-rows.ts'
import { CategoryName } from './category-name.tsx'
import { FlagTags, shownFlags } from './flag-tags.tsx'
import { countyOf } from './narrow.ts'
import { RestsTag } from './rests-tag.tsx'
import styles from './results.module.css'
import type { ResultRow } from './results.ts'
import { resultsSearch } from './results-search.ts'
import { ScoreBar } from './score-bar.tsx'
import { screeningWords } from './trail-words.ts'
import type { View } from './view.ts'

const route = getRouteApi('/rounds/$round/results')

/** Who came where: every entry with rank, score and coverage. */
export function ResultsTable(view: View) {
  const { t } = useTranslation('results')
  const { sort } = route.useSearch()
  const navigate = useNavigate({ from: '/rounds/$round/results' })
  const { shown, results } = view
  const rows = useMemo(() => shown.flatMap(at => results.rows[at] ?? []), [shown, results.rows])
  return (
    <DataTable
      caption={t('table')}
      rows={rows}
      rowId={row => row.entry}
      columns={useColumns(view)}
      naming="unit"
      sort={sort ? sortOf(sort) : null}
      onSort={next =>
        navigate({
          search: before => resultsSearch({ ...before, sort: next ? sortText(next) : undefined }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  )
}

/** A second, quieter line under a name. */
const Whereabouts = ({ children }: { children: string }) =>
  children === '' ? null : <small className={styles.small}>{children}</small>

function useColumns({ round, results, rubric, countyName }: View): DataColumn<ResultRow>[] {
  const { t } = useTranslation('results')
  const { t: steps } = useTranslation('steps')
  const { t: explain } = useTranslation('explanation')
  const locale = useLocale()
  const { scale } = rubric
  return useMemo(() => {
    const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
    const rank = (value: number | null, tied: boolean) =>
      value === null ? null : (
        <>
          {whole(value)}
          {tied && <span title={t('tied')}> =</span>}
          {tied && <span className="ts-visually-hidden">{t('tied')}</span>}
        </>
      )
    const placeOf = (row: ResultRow) => {
      const county = countyOf(row)
      return county === null ? '' : countyName(county)
    }
    const sizeOf = ({ population }: ResultRow) =>
      population === null ? '' : t('people', { count: population, people: whole(population) })
    const several = Object.keys(rubric.categories).length > 1
    const some = (has: (row: ResultRow) => boolean, column: DataColumn<ResultRow>) =>
      results.rows.some(has) ? [column] : []
    return [
      ...some(row => row.rank !== null, {
        id: 'rank',
        head: t('column.rank'),
        about: t('column.rankAll'),
        value: row => row.rank,
        cell: row => rank(row.rank, row.tied),
        numeric: true,
        width: 4.5,
      }),
      ...some(row => several && row.categoryRank !== null, {
        id: 'categoryRank',
        head: t('column.categoryRank'),
        about: t('column.categoryRankAll'),
        value: row => row.categoryRank,
        cell: row => rank(row.categoryRank, row.categoryTied),
        numeric: true,
        width: 6.5,
      }),
      {
        id: 'unit',
        head: t('column.unit'),
        value: row => row.name,
        cell: row => (
          <>
            {row.participation === 'anonymous' && row.units.length === 0 ? (
              row.name
            ) : (
              <Link to="/rounds/$round/entries/$entry" params={{ round: round.id, entry: row.entry }}>
                {row.name}
              </Link>
            )}
            <Whereabouts>{[placeOf(row), sizeOf(row)].filter(Boolean).join(' · ')}</Whereabouts>
          </>
        ),
        width: 11.5,
      },
      ...some(row => several && row.category !== null, {
        id: 'category',
        head: t('column.category'),
        value: row => (row.category === null ? null : Object.keys(rubric.categories).indexOf(row.category)),
        cell: row => <CategoryName rubric={rubric} category={row.category} />,
        width: 10.25,
      }),
      ...some(row => row.score !== null, {
        id: 'points',
        head: t('column.points'),
        about: t('column.pointsAll', { unit: scale.unit }),
        value: row => row.score,
        cell: row =>
          row.score === null ? (
            <span className="ts-muted">{t(`noScore.${row.outcome}`)}</span>
          ) : (
            <span className={styles.score}>
              <ScoreBar value={row.score} />
              <span>{formatScore(row.score, scale, locale)}</span>
            </span>
          ),
        numeric: true,
        highFirst: true,
        width: 8.5,
      }),
      ...some(row => row.score !== null, {
        id: 'percent',
        head: t('column.percent'),
        value: row => row.percent,
        cell: row => (row.score === null ? null : formatShare(row.score, { decimals: 1, locale })),
        numeric: true,
        highFirst: true,
        width: 6,
      }),
      ...some(row => row.coverage < 1 && round.kind !== 'record', {
        id: 'coverage',
        head: t('column.coverage'),
        value: row => row.coverage,
        cell: row => (row.outcome === 'leftOut' ? null : formatShare(row.coverage, { decimals: 0, locale })),
        numeric: true,
        highFirst: true,
        width: 6.25,
      }),
      ...some(row => Boolean(row.restsOn), {
        id: 'restsOn',
        head: explain('restsOn.head'),
        value: row => (row.restsOn ? `${LAYERS.indexOf(row.restsOn.layer)}${row.restsOn.mixed}` : null),
        cell: row => <RestsTag on={row.restsOn ?? null} />,
        width: 13,
      }),
      ...some(row => shownFlags(row.flags).length > 0 || row.leftOut !== undefined, {
        id: 'flags',
        head: t('column.flags'),
        cell: row => (
          <>
            <FlagTags flags={row.flags} />
            {row.leftOut && (
              <small className={styles.small}>{screeningWords(row.leftOut, { t: steps, locale })}</small>
            )}
          </>
        ),
        width: 8.5,
      }),
    ]
  }, [t, steps, explain, locale, round, results.rows, rubric, countyName, scale])
}
