import { formatNumber, formatShare } from '@tumstock/engine/display'
import { mayLeaveScale } from '@tumstock/rubric/relative'
import { criterionAt } from '@tumstock/rubric/tree'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { domainOf } from '../ui/chart/domain.ts'
import { drawProfile, type ProfileSeries } from '../ui/chart/profile-dots.ts'
import { categoryColour, HIGHLIGHT, MUTED } from '../ui/colours.ts'
import { useLocale } from '../ui/locale.ts'
import type { EntryView } from './entry-view.ts'
import { areasOf } from './medians.ts'
import { useMethod } from './use-method.ts'

/** Score by area beside the medians of the category and of the country. */
export function EntryAreas({ results, rubric, at }: EntryView) {
  const { t } = useTranslation('results')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  const method = useMethod(results)
  const row = results.rows[at]
  const areas = useMemo(() => areasOf(results.nodes, results.rows, at), [results.nodes, results.rows, at])
  const category = row?.category ?? null
  const country = row?.country ?? ''
  const name = row?.name ?? ''
  const countryName = frame(`country.${country as 'NO'}`)
  const groups = useMemo(
    () => ({
      category: category === null ? null : (rubric.categories[category]?.title ?? category),
      colour: category === null ? MUTED : categoryColour(Object.keys(rubric.categories).indexOf(category)),
    }),
    [rubric, category],
  )
  const titles = areas.map(({ path, title }) => criterionAt(rubric, path)?.title ?? title)
  const draw = useMemo(() => {
    const percent = (value: number | null) => (value === null ? null : value * 100)
    const series: ProfileSeries[] = [
      {
        id: 'country',
        label: t('unit.median', { group: countryName }),
        colour: MUTED,
        symbol: 'diamond2',
        values: areas.map(area => percent(area.country)),
      },
      ...(groups.category === null
        ? []
        : [
            {
              id: 'category',
              label: t('unit.median', { group: groups.category }),
              colour: groups.colour,
              symbol: 'square' as const,
              values: areas.map(area => percent(area.category)),
            },
          ]),
      {
        id: 'own',
        label: name,
        colour: HIGHLIGHT,
        symbol: 'circle',
        values: areas.map(area => percent(area.value)),
        strong: true,
      },
    ]
    return drawProfile({
      rows: areas.map(({ path, title }) => ({ id: path, label: criterionAt(rubric, path)?.title ?? title })),
      series,
      domain: domainOf(
        series.flatMap(one => one.values),
        100,
      ),
      unit: '%',
      show: value => formatNumber(value, { decimals: 0, locale }),
    })
  }, [areas, groups, rubric, name, countryName, t, locale])
  const ahead = areas.filter(one => one.value !== null && one.category !== null && one.value > one.category)
  const show = (value: number) => formatShare(value, { decimals: 1, locale })
  return (
    <ChartFrame
      title={
        groups.category === null
          ? t('unit.areasAlone', { name })
          : t('unit.areas', { name, count: ahead.length, of: areas.length })
      }
      subtitle={t(mayLeaveScale(rubric) ? 'unit.areasOpen' : 'unit.areasSubtitle', {
        n: formatNumber(results.rows.length, { decimals: 0, locale }),
        edition: results.round.title,
      })}
      {...method}
      legend={[
        { label: name, colour: HIGHLIGHT, shape: 'dot' },
        ...(groups.category === null
          ? []
          : [
              {
                label: t('unit.median', { group: groups.category }),
                colour: groups.colour,
                shape: 'bar' as const,
              },
            ]),
        { label: t('unit.median', { group: countryName }), colour: MUTED, shape: 'diamond' },
      ]}
      table={{
        columns: [
          { title: t('unit.area') },
          { title: name, show },
          ...(groups.category === null
            ? []
            : [{ title: t('unit.median', { group: groups.category }), show }]),
          { title: t('unit.median', { group: countryName }), show },
        ],
        rows: areas.map(({ value, category: ofCategory, country: ofCountry }, i) => [
          titles[i] ?? '',
          value,
          ...(groups.category === null ? [] : [ofCategory]),
          ofCountry,
        ]),
      }}
      file={`${results.round.id}-${row?.units[0] ?? at}`}
      draw={draw}
    />
  )
}
