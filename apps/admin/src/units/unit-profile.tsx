import { formatNumber, formatShare } from '@tumstock/engine/display'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { medianOf } from '../results/medians.ts'
import type { Results } from '../results/results.ts'
import { useMethod } from '../results/use-method.ts'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { domainOf } from '../ui/chart/domain.ts'
import { drawProfile } from '../ui/chart/profile-dots.ts'
import { HIGHLIGHT, MUTED } from '../ui/colours.ts'
import { useLocale } from '../ui/locale.ts'
import { MarkTag } from '../ui/tags.tsx'
import { similarIn, valuesAt } from './likeness.ts'
import type { HistoryRow } from './unit.ts'

type Props = { name: string; row: HistoryRow; results: Results }

const DIMENSIONS = ['GOV', 'SRV', 'DEM', 'SEC', 'DAT', 'TRU', 'CAP', 'RES'] as const
type Dimension = (typeof DIMENSIONS)[number]
const isKnown = (id: string): id is Dimension => DIMENSIONS.some(one => one === id)

/** Value by dimension of the common yardstick, beside the median of similar units. */
export function UnitProfile({ name, row, results }: Props) {
  const { t } = useTranslation('units')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  const method = useMethod(results)
  const lines = useMemo(() => {
    const similar = similarIn(results.rows, row.entry).map(one => one.at)
    const others = valuesAt(results.dimensions, similar)
    return Object.entries(row.profile).map(([id, value]) => ({
      id,
      label: isKnown(id) ? frame(`dimension.${id}`) : id,
      value,
      others: medianOf(others.get(id) ?? []),
    }))
  }, [results, row, frame])
  const measured = lines.filter(line => line.value !== null)
  const draw = useMemo(() => {
    const percent = (value: number | null) => (value === null ? null : value * 100)
    return drawProfile({
      rows: lines.map(({ id, label, value }) => ({
        id,
        label,
        ...(value === null && { refused: t('profile.notMeasured') }),
      })),
      series: [
        {
          id: 'similar',
          label: t('profile.similar'),
          colour: MUTED,
          symbol: 'diamond2',
          values: lines.map(line => percent(line.others)),
        },
        {
          id: 'own',
          label: name,
          colour: HIGHLIGHT,
          symbol: 'circle',
          values: lines.map(line => percent(line.value)),
          strong: true,
        },
      ],
      domain: domainOf(
        lines.flatMap(line => [percent(line.value), percent(line.others)]),
        100,
      ),
      unit: '%',
      show: value => formatNumber(value, { decimals: 0, locale }),
    })
  }, [lines, name, t, locale])
  const compared = measured.filter(line => line.others !== null)
  const ahead = compared.filter(line => (line.value ?? 0) > (line.others ?? 0))
  const show = (value: number) => formatShare(value, { decimals: 1, locale })
  return (
    <ChartFrame
      title={
        compared.length === 0
          ? t('profile.titleAlone', { name })
          : t('profile.lead', { name, count: ahead.length, of: compared.length })
      }
      subtitle={t('profile.subtitle', { edition: row.round.title })}
      {...method}
      notice={
        row.round.kind === 'synthetic' && (
          <p>
            <MarkTag mark="synthetic" />
          </p>
        )
      }
      legend={[
        { label: name, colour: HIGHLIGHT, shape: 'dot' },
        ...(compared.length === 0
          ? []
          : [{ label: t('profile.similar'), colour: MUTED, shape: 'diamond' as const }]),
      ]}
      table={{
        columns: [
          { title: t('profile.dimension') },
          { title: name, show },
          { title: t('profile.similar'), show },
        ],
        rows: lines.map(({ label, value, others }) => [label, value, others]),
      }}
      file={`${row.unit}-${row.round.id}-profile`}
      draw={draw}
    />
  )
}
