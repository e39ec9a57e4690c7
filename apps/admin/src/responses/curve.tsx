import { formatNumber } from '@tumstock/engine/display'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { countryColour } from '../ui/colours.ts'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { type Dashboard, fromOpening } from './responses.ts'
import { drawSubmitted } from './submitted-curve.ts'

/** How the answers came in, day by day. */
export function Curve({ round, dashboard }: { round: Round; dashboard: Dashboard }) {
  const { t } = useTranslation('responses')
  const locale = useLocale()
  const { all } = dashboard
  const { timeZone, country, stages } = round
  const days = useMemo(
    () => fromOpening(dashboard.days, stages.find(stage => stage.kind === 'survey')?.from ?? null, timeZone),
    [dashboard.days, stages, timeZone],
  )
  const target = all.lacking === null ? null : all.submitted + all.lacking
  const whole = useMemo(() => (value: number) => formatNumber(value, { decimals: 0, locale }), [locale])
  const draw = useMemo(
    () =>
      drawSubmitted({
        days,
        target,
        colour: countryColour(country),
        targetWord: t('curve.target'),
        show: whole,
        showDay: day => formatDay(day, locale),
      }),
    [days, target, country, t, whole, locale],
  )
  if (days.length === 0) return <p className="ts-muted">{t('curve.empty')}</p>
  return (
    <ChartFrame
      title={t('curve.title')}
      subtitle={t('curve.subtitle', { submitted: whole(all.submitted), all: whole(all.all), zone: timeZone })}
      method={t('curve.method')}
      source={round.title}
      file={`${round.id}-submitted`}
      draw={draw}
      table={{
        columns: [{ title: t('curve.day') }, { title: t('curve.submitted'), show: whole }],
        rows: days.map(({ day, submitted }) => [day, submitted]),
      }}
    />
  )
}
