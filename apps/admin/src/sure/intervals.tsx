import { formatNumber } from '@tumstock/engine/display'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { INK } from '../ui/chart/picture-style.ts'
import { useLocale } from '../ui/locale.ts'
import type { Task } from './ask.ts'
import { chanceWords } from './chance-words.ts'
import { SURE_COLOUR } from './colour.ts'
import { drawIntervals } from './draw-intervals.ts'
import { FEW_ROWS, MOST_ROWS, type Standing, someOf, standingsOf } from './standings.ts'
import { useAssumed } from './use-assumed.ts'
import type { Computed } from './use-outcome.ts'
import type { Sure } from './use-sure.ts'

type Props = { sure: Sure; last: Computed<Extract<Task, { kind: 'uncertainty' }>> }

/** Where each entry's rank may lie, with its chances beside. */
export function Intervals({ sure, last: { ask, outcome } }: Props) {
  const { t } = useTranslation('sure')
  const locale = useLocale()
  const { one, places, nameOf, set, search } = sure
  const standings = useMemo(() => standingsOf(outcome, nameOf), [outcome, nameOf])
  const all = search.rows === 'all' || standings.length <= FEW_ROWS
  const shown = useMemo(
    () => (all ? standings.slice(0, MOST_ROWS) : someOf(standings, one)),
    [all, standings, one],
  )
  const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
  const draw = useMemo(() => {
    const rank = (value: number) => formatNumber(value, { decimals: 0, locale })
    const chance = (share: number) => chanceWords(share, locale)
    const titles = [t('column.first'), ...(places === null ? [] : [t(`column.${places.as}`)])]
    const rows = shown.flatMap(row => rowOf(row, one) ?? [])
    // Nobody's chance is no column.
    const columns = titles.map((_, at) => at).filter(at => rows.some(({ chances }) => chances[at]))
    const sizes = Map.groupBy(standings, ({ group }) => group)
    return drawIntervals({
      rows: rows.map(row => ({ ...row, chances: columns.map(at => row.chances[at] ?? 0) })),
      colour: SURE_COLOUR,
      columns: columns.map(at => titles[at] ?? ''),
      axis: t('axis'),
      bandWords: group => t('band', { count: sizes.get(group)?.length ?? 0 }),
      rankWords: rank,
      chanceWords: chance,
      tipWords: row =>
        `${row.name}\n${t('tip', {
          rank: rank(row.rank),
          low: rank(row.low),
          high: rank(row.high),
          median: rank(row.median),
        })}`,
    })
  }, [shown, standings, one, places, t, locale])
  const provenance = useAssumed(sure, ask, ask.task.runs)
  const onPick = useCallback(
    (id: string | null) => {
      if (id !== null) set({ one: id })
    },
    [set],
  )
  return (
    <ChartFrame
      level={3}
      title={t('intervals.title')}
      subtitle={t('intervals.subtitle', {
        n: whole(standings.length),
        runs: whole(ask.task.runs),
        edition: sure.results.round.title,
      })}
      {...provenance}
      legend={[
        { label: t('legend.interval'), colour: SURE_COLOUR, shape: 'line' },
        { label: t('legend.median'), colour: SURE_COLOUR, shape: 'dot' },
        { label: t('legend.rank'), colour: INK, shape: 'diamond' },
      ]}
      table={tableOf(all ? standings : shown, { places, t, locale })}
      file={`${sure.round.id}-rank-intervals`}
      draw={draw}
      onPick={onPick}
    />
  )
}

const rowOf = (row: Standing, one: string | undefined) => {
  const { id, name, rank, median, low, high, group, first, nominee } = row
  if (median === null || low === null || high === null) return null
  const chances = nominee === null ? [first ?? 0] : [first ?? 0, nominee]
  return { id, name, rank, median, low, high, group, chances, chosen: id === one }
}

type TableWords = {
  places: Sure['places']
  t: ReturnType<typeof useTranslation<'sure'>>['t']
  locale: string
}

const tableOf = (rows: readonly Standing[], { places, t, locale }: TableWords) => {
  const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
  const part = (value: number) => formatNumber(value, { decimals: 1, locale })
  const share = (value: number) => chanceWords(value, locale)
  return {
    columns: [
      { title: t('column.name') },
      { title: t('column.rank'), show: whole },
      { title: t('column.mean'), show: part },
      { title: t('column.median'), show: whole },
      { title: t('column.low'), show: whole },
      { title: t('column.high'), show: whole },
      { title: t('column.first'), show: share },
      ...(places === null ? [] : [{ title: t(`column.${places.as}`), show: share }]),
      { title: t('column.group') },
    ],
    rows: rows.map(row => [
      row.name,
      row.rank,
      row.mean,
      row.median,
      row.low,
      row.high,
      row.first,
      ...(places === null ? [] : [row.nominee]),
      row.group === null ? t('column.aloneIn') : t('column.groupOf', { group: whole(row.group) }),
    ]),
  }
}
