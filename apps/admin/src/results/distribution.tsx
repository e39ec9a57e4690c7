import { Chip, Field, Label, Select } from '@digdir/designsystemet-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { formatNumber, roundScore } from '@tumstock/engine/display'
import { useCallback, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { domainOf } from '../ui/chart/domain.ts'
import { drawStrips } from '../ui/chart/strip-plot.ts'
import { categoryColour } from '../ui/colours.ts'
import { useLocale } from '../ui/locale.ts'
import { Empty } from '../ui/states.tsx'
import { medianOf } from './medians.ts'
import { NO_CATEGORY } from './narrow.ts'
import styles from './results.module.css'
import type { ResultRow } from './results.ts'
import { resultsSearch } from './results-search.ts'
import { extremesOf, stripsOf } from './strip-rows.ts'
import { useMethod } from './use-method.ts'
import type { View } from './view.ts'

const route = getRouteApi('/rounds/$round/results')

/** Nothing is kept in sight until somebody chooses. */
const NONE: readonly string[] = []

/** A dot per entry by category; point at one to name it, choose one to keep it. */
export function Distribution({ results, rubric, shown }: View) {
  const { t } = useTranslation('results')
  const locale = useLocale()
  const { keep = NONE } = route.useSearch()
  const setKeep = useKeep()
  const { scale } = rubric
  const rows = useMemo(() => shown.flatMap(at => results.rows[at] ?? []), [shown, results.rows])
  const categories = useMemo(() => Object.keys(rubric.categories), [rubric])
  const strips = useMemo(() => stripsOf(rows, categories, scale.max), [rows, categories, scale.max])
  const show = useCallback(
    (value: number) => formatNumber(Number(roundScore(value / scale.max, scale)), { decimals: 0, locale }),
    [scale, locale],
  )
  const titleOf = useCallback(
    (id: string) => (id === NO_CATEGORY ? t('noCategory') : (rubric.categories[id]?.title ?? id)),
    [rubric, t],
  )
  const draw = useMemo(
    () =>
      drawStrips({
        rows: strips.map(({ category, dots, median }) => ({
          id: category,
          label: titleOf(category),
          colour: categoryColour(categories.indexOf(category)),
          dots,
          median,
        })),
        domain: domainOf(
          strips.flatMap(strip => strip.dots.map(dot => dot.value)),
          scale.max,
        ),
        unit: scale.unit,
        show,
        medianWord: t('tile.median'),
        chosen: keep,
      }),
    [strips, titleOf, categories, scale, show, t, keep],
  )
  const onPick = useCallback(
    (id: string | null) => id !== null && setKeep(toggled(keep, id)),
    [keep, setKeep],
  )
  const method = useMethod(results)
  const values = strips.flatMap(strip => strip.dots.map(dot => dot.value))
  const median = medianOf(values)
  if (median === null) return <Empty title={t('strip.none')} text={t('strip.noneText')} />
  const ends = extremesOf(strips)
  const title = ends
    ? t('strip.title', {
        best: titleOf(ends.best.category),
        worst: titleOf(ends.worst.category),
        high: show(ends.best.median),
        low: show(ends.worst.median),
      })
    : t('strip.titleOne', {
        low: show(values.reduce((a, b) => Math.min(a, b))),
        high: show(values.reduce((a, b) => Math.max(a, b))),
        median: show(median),
      })
  return (
    <div className={styles.stack}>
      <KeepChoice rows={rows} keep={keep} setKeep={setKeep} />
      <ChartFrame
        title={title}
        subtitle={t('strip.subtitle', {
          unit: scale.unit,
          n: formatNumber(values.length, { decimals: 0, locale }),
          edition: results.round.title,
        })}
        {...method}
        table={{
          columns: [
            { title: t('strip.name') },
            { title: t('column.category') },
            {
              title: t('column.pointsAll', { unit: scale.unit }),
              show: value => formatNumber(value, { decimals: scale.decimals, locale }),
            },
          ],
          rows: strips.flatMap(strip =>
            strip.dots.map(dot => [dot.name, titleOf(strip.category), dot.value] as const),
          ),
        }}
        file={`${results.round.id}-distribution`}
        draw={draw}
        onPick={onPick}
      />
    </div>
  )
}

const toggled = (keep: readonly string[], id: string): string[] =>
  keep.includes(id) ? keep.filter(one => one !== id) : [...keep, id]

const useKeep = () => {
  const navigate = useNavigate({ from: '/rounds/$round/results' })
  return useCallback(
    (keep: string[]) => {
      navigate({
        search: before => resultsSearch({ ...before, keep: keep.length > 0 ? keep : undefined }),
        replace: true,
        resetScroll: false,
      })
    },
    [navigate],
  )
}

type KeepProps = { rows: readonly ResultRow[]; keep: readonly string[]; setKeep: (keep: string[]) => void }

/** The same choice as a click on a dot, for those who do not point. */
function KeepChoice({ rows, keep, setKeep }: KeepProps) {
  const { t } = useTranslation('results')
  const locale = useLocale()
  const id = useId()
  const scored = useMemo(
    () => rows.filter(row => row.score !== null).sort((a, b) => a.name.localeCompare(b.name, locale)),
    [rows, locale],
  )
  const kept = rows.filter(row => keep.includes(row.entry))
  return (
    <div className={styles.filter}>
      <Field data-size="sm" className={styles.search}>
        <Label htmlFor={id}>{t('strip.keep')}</Label>
        <Select id={id} value="" onChange={({ target }) => setKeep(toggled(keep, target.value))}>
          <Select.Option value="">{t('strip.keepNone')}</Select.Option>
          {scored
            .filter(row => !keep.includes(row.entry))
            .map(row => (
              <Select.Option key={row.entry} value={row.entry}>
                {row.name}
              </Select.Option>
            ))}
        </Select>
      </Field>
      {kept.map(row => (
        <Chip.Removable
          key={row.entry}
          data-size="sm"
          aria-label={t('strip.letGo', { name: row.name })}
          onClick={() => setKeep(toggled(keep, row.entry))}
        >
          {row.name}
        </Chip.Removable>
      ))}
      <span className={styles.count}>{t('strip.keepHelp')}</span>
    </div>
  )
}
