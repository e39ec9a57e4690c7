import { Link } from '@tanstack/react-router'
import { formatShare } from '@tumstock/engine/display'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import type { UnitView } from './unit.ts'
import styles from './units.module.css'

/** What a unit came from and what became of it, with the share of people that went each way. */
export function Lineage({ view: { predecessors, successors } }: { view: UnitView }) {
  const { t } = useTranslation('units')
  const none = predecessors.length + successors.length === 0
  return (
    <section className={styles.card} aria-labelledby="lineage">
      <h2 id="lineage">{t('lineage')}</h2>
      {none && <p className="ts-muted">{t('noLineage')}</p>}
      <Relatives title={t('before')} relatives={predecessors} />
      <Relatives title={t('after')} relatives={successors} />
    </section>
  )
}

type Props = { title: string; relatives: UnitView['successors'] }

function Relatives({ title, relatives }: Props) {
  const { t } = useTranslation('units')
  const locale = useLocale()
  if (relatives.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.relatives}>
        {relatives.map(({ id, name, share, on, basis }) => (
          <li key={id}>
            <Link to="/units/$unit" params={{ unit: id }}>
              {name} ({id})
            </Link>
            <span data-numeric>
              {[
                t('share', { share: formatShare(share, { decimals: share === 1 ? 0 : 1, locale }) }),
                ...(basis === 'whole' ? [] : [t(`basis.${basis}`)]),
                formatDay(on, locale),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
