import { Field, Label, Select } from '@digdir/designsystemet-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { formatShare } from '@tumstock/engine/display'
import { mayLeaveScale } from '@tumstock/rubric/relative'
import { criterionAt, leaves } from '@tumstock/rubric/tree'
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Legend } from '../ui/chart/legend.tsx'
import { rampLegend } from '../ui/chart/ramp.ts'
import { useLocale } from '../ui/locale.ts'
import { CellReason } from './cell-reason.tsx'
import { HeatMap, type HeatRow } from './heat-map.tsx'
import styles from './results.module.css'
import { resultsSearch } from './results-search.ts'
import type { View } from './view.ts'

const route = getRouteApi('/rounds/$round/results')

/** How every entry does in every area, or in the criteria of one; a cell opens its reason. */
export function CriteriaMap(view: View) {
  const { t } = useTranslation('results')
  const locale = useLocale()
  const { results, rubric, shown } = view
  const search = route.useSearch()
  const set = useSet()
  const areas = results.nodes.filter(node => node.parent === null)
  const area = areas.find(node => node.path === search.area)
  const groups = areas.filter(one => results.nodes.some(node => node.parent === one.path))
  const columns = useMemo(
    () =>
      results.nodes
        .filter(node => node.parent === (area?.path ?? null))
        .map(node => ({
          path: node.path,
          title: criterionAt(rubric, node.path)?.title ?? node.title,
          values: node.values,
          reads: readsBeneath(rubric, node.path),
        })),
    [results.nodes, area, rubric],
  )
  const rows = useMemo(
    () =>
      shown.flatMap((at): HeatRow[] => {
        const row = results.rows[at]
        return row
          ? [
              {
                id: row.entry,
                name: row.name,
                values: columns.map(one => one.values[at] ?? null),
                imputed: columns.map(one => row.imputed?.some(id => one.reads.has(id)) ?? false),
              },
            ]
          : []
      }),
    [shown, results.rows, columns],
  )
  const id = useId()
  const open = mayLeaveScale(rubric)
  const show = (value: number) => formatShare(value, { decimals: 0, locale })
  const legend = rampLegend(
    [0, 1],
    show,
    open
      ? {
          under: value => t('map.under', { value: show(value) }),
          above: value => t('map.above', { value: show(value) }),
        }
      : undefined,
  )
  const chosen = results.rows.find(row => row.entry === search.entry)
  const titleOf = (path: string, title: string) => criterionAt(rubric, path)?.title ?? title
  return (
    <section className={styles.stack} aria-label={t('tabs.criteria')}>
      <div className={styles.filter}>
        {groups.length > 0 && (
          <Field data-size="sm" className={styles.search}>
            <Label htmlFor={id}>{t('map.show')}</Label>
            <Select
              id={id}
              value={area?.path ?? ''}
              onChange={({ target }) => set({ area: target.value || undefined })}
            >
              <Select.Option value="">{t('map.allAreas')}</Select.Option>
              {groups.map(({ path, title }) => (
                <Select.Option key={path} value={path}>
                  {t('map.within', { area: titleOf(path, title) })}
                </Select.Option>
              ))}
            </Select>
          </Field>
        )}
        <div className={styles.key}>
          <span>{t(open ? 'map.scaleOpen' : 'map.scale')}</span>
          <Legend items={legend} />
          {rows.some(row => row.imputed.includes(true)) && <span>{t('map.imputedKey')}</span>}
        </div>
      </div>
      <HeatMap
        caption={t('map.title', { part: t(area ? 'map.criteria' : 'map.areas') })}
        columns={columns}
        rows={rows}
        open={(entry, path) => set({ entry, path })}
      />
      {chosen && search.path && (
        <CellReason
          round={view.round}
          results={results}
          rubric={rubric}
          row={chosen}
          path={search.path}
          close={() => set({ entry: undefined, path: undefined })}
        />
      )}
    </section>
  )
}

/** Everything that a criterion, or one beneath it, reads. */
const readsBeneath = (rubric: View['rubric'], path: string): ReadonlySet<string> =>
  new Set(
    leaves(rubric).flatMap(leaf =>
      leaf.path === path || leaf.path.startsWith(`${path}.`) ? leaf.criterion.reads : [],
    ),
  )

const useSet = () => {
  const navigate = useNavigate({ from: '/rounds/$round/results' })
  return (change: { area?: string | undefined; entry?: string | undefined; path?: string | undefined }) =>
    navigate({ search: before => resultsSearch({ ...before, ...change }), replace: true, resetScroll: false })
}
