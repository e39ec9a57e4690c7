import { Link } from '@tanstack/react-router'
import { formatNumber } from '@tumstock/engine/display'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import type { UnitView } from './unit.ts'
import styles from './units.module.css'

/** Code, names, place and size. */
export function UnitFacts({ view: { unit, county, populations } }: { view: UnitView }) {
  const { t } = useTranslation('units')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  const day = (iso: string) => formatDay(iso, locale)
  const newest = populations.at(-1)
  const others = Object.values(unit.names ?? {}).filter(name => name !== unit.name)
  const facts: [string, ReactNode][] = [
    [t('fact.kind'), frame(`kind.${unit.kind}`)],
    [t('fact.country'), frame(`country.${unit.country}`)],
    [
      t('fact.county'),
      county === null ? null : (
        <Link key="county" to="/units/$unit" params={{ unit: `${unit.country}-${unit.county}` }}>
          {county}
        </Link>
      ),
    ],
    [t('fact.code'), unit.code],
    [t('fact.official'), unit.officialName],
    [t('fact.names'), others.join(', ')],
    [
      t('fact.population'),
      newest &&
        t('populationAt', {
          value: formatNumber(newest.value, { decimals: 0, locale }),
          when: day(newest.asOf),
        }),
    ],
    [t('fact.since'), day(unit.validFrom)],
    [t('fact.until'), unit.validTo === null ? null : day(unit.validTo)],
  ]
  return (
    <section className={styles.card} aria-labelledby="who">
      <h2 id="who">{t('who')}</h2>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => Boolean(value))
          .map(([label, value]) => (
            <Fact key={label} label={label}>
              {value}
            </Fact>
          ))}
      </dl>
    </section>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
)
