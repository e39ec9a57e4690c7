import { Tag } from '@digdir/designsystemet-react'
import { ArchiveIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Page } from '../ui/page.tsx'
import { Loading, Problem } from '../ui/states.tsx'
import { Lineage } from './lineage.tsx'
import { PopulationChart } from './population-chart.tsx'
import { ProfileSection } from './profile-section.tsx'
import { Timeline } from './timeline.tsx'
import type { UnitView } from './unit.ts'
import { UnitFacts } from './unit-facts.tsx'
import styles from './units.module.css'

const route = getRouteApi('/units/$unit')

/** One municipality or county: who it is, what it was, how it did, and who is like it. */
export function UnitPage() {
  const { t } = useTranslation('units')
  const { unit: id } = route.useParams()
  const found = useQuery(trpc.units.get.queryOptions({ id }))
  const trail = [{ label: t('title'), to: '/units' }]
  if (found.isError)
    return (
      <Page title={t('unit')} trail={trail}>
        <Problem error={found.error} retry={() => found.refetch()} />
      </Page>
    )
  if (!found.data)
    return (
      <Page title={t('unit')} trail={trail}>
        <Loading rows={8} />
      </Page>
    )
  return (
    <Page key={id} title={found.data.unit.name} trail={trail} tags={<Ended ended={found.data.ended} />}>
      <Body view={found.data} />
    </Page>
  )
}

function Ended({ ended }: Pick<UnitView, 'ended'>) {
  const { t } = useTranslation('units')
  const locale = useLocale()
  if (ended === null) return null
  return (
    <Tag data-size="sm" data-color="neutral">
      <ArchiveIcon aria-hidden />
      {t('ended', { when: formatDay(ended, locale) })}
    </Tag>
  )
}

function Body({ view }: { view: UnitView }) {
  const { t } = useTranslation('units')
  return (
    <div className={styles.stack}>
      <div className={styles.pair}>
        <UnitFacts view={view} />
        <Lineage view={view} />
      </div>
      <section className={styles.card} aria-labelledby="rounds">
        <h2 id="rounds">{t('rounds')}</h2>
        {view.rounds.length === 0 ? (
          <p className="ts-muted">{t('noRounds')}</p>
        ) : (
          <Timeline rows={view.rounds} view={view} />
        )}
      </section>
      <ProfileSection view={view} />
      <PopulationChart view={view} />
    </div>
  )
}
