import { formatNumber, formatShare } from '@tumstock/engine/display'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { countryColour } from '../ui/colours.ts'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { drawPopulation } from './draw-population.ts'
import type { UnitView } from './unit.ts'
import styles from './units.module.css'

/** Inhabitants by year, from zero. */
export function PopulationChart({ view: { unit, populations } }: { view: UnitView }) {
  const { t } = useTranslation('units')
  const locale = useLocale()
  const draw = useMemo(
    () =>
      drawPopulation({
        counts: populations.map(({ value, asOf }) => ({ year: Number(asOf.slice(0, 4)), value })),
        colour: countryColour(unit.country),
        show: value => formatNumber(value, { decimals: 0, locale }),
      }),
    [populations, unit.country, locale],
  )
  const [first, last] = [populations[0], populations.at(-1)]
  if (!first || !last)
    return (
      <section className={styles.card} aria-labelledby="population">
        <h2 id="population">{t('population.subtitle')}</h2>
        <p className="ts-muted">{t('population.none')}</p>
      </section>
    )
  const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
  const change = last.value / first.value - 1
  const words = {
    from: whole(first.value),
    to: whole(last.value),
    change: `${change > 0 ? '+' : ''}${formatShare(change, { decimals: 1, locale })}`,
    first: first.asOf.slice(0, 4),
    last: last.asOf.slice(0, 4),
  }
  return (
    <ChartFrame
      title={t(populations.length > 1 ? 'population.grew' : 'population.one', words)}
      subtitle={`${unit.name}. ${t('population.subtitle')}`}
      method={t('population.method')}
      source={[...new Set(populations.map(one => one.source))]
        .map(source => t('population.source', { source }))
        .join(' ')}
      table={{
        columns: [{ title: t('population.year') }, { title: t('population.value'), show: whole }],
        rows: populations.map(({ asOf, value }) => [formatDay(asOf, locale), value]),
      }}
      file={`${unit.id}-population`}
      draw={draw}
    />
  )
}
