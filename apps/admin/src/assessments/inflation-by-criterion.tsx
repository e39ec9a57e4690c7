import type { inferOutput } from '@trpc/tanstack-react-query'
import { formatNumber, formatShare } from '@tumstock/engine/display'
import { criterionAt } from '@tumstock/rubric/tree'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { countryColour, MUTED } from '../ui/colours.ts'
import { useLocale } from '../ui/locale.ts'
import { drawInflation } from './draw-inflation.ts'
import { POINT_DECIMALS } from './effect-lines.tsx'

export type InflationView = inferOutput<typeof trpc.assessments.inflation>
export type InflationProps = { round: Round; inflation: InflationView }

/** Criteria by how far claims go beyond what was found in them. */
export function InflationByCriterion({ round, inflation }: InflationProps) {
  const { t } = useTranslation('assessing')
  const locale = useLocale()
  const { byCriterion, entries } = inflation
  const rows = useMemo(
    () => byCriterion.map(one => ({ ...one, title: criterionAt(round.rubric, one.path)?.title ?? one.path })),
    [byCriterion, round.rubric],
  )
  const show = useMemo(
    () => (value: number) => formatNumber(value, { decimals: POINT_DECIMALS, locale }),
    [locale],
  )
  const draw = useMemo(
    () =>
      drawInflation({
        bars: rows.flatMap(({ path, title, points, n }) =>
          points === null ? [] : [{ id: path, label: title, points, note: `n = ${n}` }],
        ),
        above: countryColour(round.country),
        below: MUTED,
        show,
      }),
    [rows, show, round.country],
  )
  const unchecked = rows.filter(one => one.n === 0).length
  const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
  return (
    <ChartFrame
      title={t('inflation.byCriterion')}
      subtitle={t('inflation.criterionSubtitle', { entries })}
      method={t('inflation.method')}
      source={round.title}
      file={`${round.id}-inflation-criteria`}
      notice={
        unchecked > 0 && <p className="ts-muted">{t('inflation.notCheckedMany', { count: unchecked })}</p>
      }
      draw={draw}
      table={{
        columns: [
          { title: t('inflation.criterion') },
          { title: t('inflation.points'), show },
          { title: t('inflation.outOf'), show },
          { title: t('inflation.mean'), show: value => formatShare(value, { decimals: 1, locale }) },
          { title: t('inflation.n'), show: whole },
          { title: t('inflation.partly'), show: whole },
        ],
        rows: rows.map(({ title, points, outOf, mean, n, partly }) => [
          title,
          points,
          outOf,
          mean,
          n,
          partly,
        ]),
      }}
    />
  )
}
