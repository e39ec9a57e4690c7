import { formatNumber, formatShare } from '@tumstock/engine/display'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { countryColour, MUTED } from '../ui/colours.ts'
import { useLocale } from '../ui/locale.ts'
import { drawInflation } from './draw-inflation.ts'
import { POINT_DECIMALS } from './effect-lines.tsx'
import type { InflationProps } from './inflation-by-criterion.tsx'

/** Entries by how far their claims go beyond what was found, over what was looked at in each. */
export function InflationByEntry({ round, inflation }: InflationProps) {
  const { t } = useTranslation('assessing')
  const locale = useLocale()
  const { byEntry, entries } = inflation
  const show = useMemo(
    () => (value: number) => formatNumber(value, { decimals: POINT_DECIMALS, locale }),
    [locale],
  )
  const percent = useMemo(() => (value: number) => formatShare(value, { decimals: 1, locale }), [locale])
  const draw = useMemo(
    () =>
      drawInflation({
        bars: byEntry.flatMap(({ id, name, points, share }) =>
          points === null
            ? []
            : [{ id, label: name, points, note: `${t('inflation.share')}: ${percent(share ?? 0)}` }],
        ),
        above: countryColour(round.country),
        below: MUTED,
        show,
      }),
    [byEntry, show, percent, t, round.country],
  )
  const unchecked = byEntry.filter(one => one.points === null).length
  return (
    <ChartFrame
      title={t('inflation.byEntry')}
      subtitle={t('inflation.entrySubtitle', { entries })}
      method={t('inflation.method')}
      source={round.title}
      file={`${round.id}-inflation-entries`}
      notice={
        unchecked > 0 && <p className="ts-muted">{t('inflation.notCheckedMany', { count: unchecked })}</p>
      }
      draw={draw}
      table={{
        columns: [
          { title: t('inflation.entry') },
          { title: t('inflation.points'), show },
          { title: t('inflation.claimed'), show },
          { title: t('inflation.found'), show },
          { title: t('inflation.outOf'), show },
          { title: t('inflation.value'), show: percent },
          { title: t('inflation.share'), show: percent },
        ],
        rows: byEntry.map(({ name, points, claimed, found, outOf, value, share }) => [
          name,
          points,
          claimed,
          found,
          outOf,
          value,
          share,
        ]),
      }}
    />
  )
}
