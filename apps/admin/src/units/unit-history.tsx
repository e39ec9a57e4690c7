import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Loading, Problem } from '../ui/states.tsx'
import { Timeline } from './timeline.tsx'
import styles from './units.module.css'

type Props = {
  /** Register id. */
  unit: string
  title: string
  /** The round that is on the screen already. */
  except: string
}

/** How a unit did in every other round. */
export function UnitHistory({ unit, title, except }: Props) {
  const { t } = useTranslation('units')
  const found = useQuery(trpc.units.get.queryOptions({ id: unit }, { enabled: unit !== '' }))
  if (found.isError) return <Problem error={found.error} />
  if (!found.data) return <Loading rows={2} />
  const rows = found.data.rounds.filter(row => row.round.id !== except)
  return (
    <section className={styles.card} aria-labelledby="history">
      <h2 id="history">{title}</h2>
      {rows.length === 0 ? (
        <p className="ts-muted">{t('onlyRound')}</p>
      ) : (
        <Timeline rows={rows} view={found.data} />
      )}
    </section>
  )
}
