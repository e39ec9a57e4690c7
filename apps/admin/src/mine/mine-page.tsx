import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import styles from './mine.module.css'
import { Task } from './task.tsx'

const route = getRouteApi('/rounds/$round/mine')

/** What one has to do in a round. */
export function MinePage() {
  const { round } = route.useParams()
  return (
    <RoundFrame id={round} tab="mine">
      {() => <Tasks round={round} />}
    </RoundFrame>
  )
}

function Tasks({ round }: { round: string }) {
  const { t } = useTranslation('mine')
  const mine = useQuery(trpc.entries.mine.queryOptions({ round }))
  if (mine.isError) return <Problem error={mine.error} retry={() => mine.refetch()} />
  if (!mine.data) return <Loading rows={3} />
  if (mine.data.length === 0) return <Empty title={t('none')} text={t('noneText')} />
  return (
    <ul className={styles.tasks} aria-label={t('title')}>
      {mine.data.map(entry =>
        entry.conflict ? (
          <li key={entry.id} className={styles.task}>
            <p className="ts-muted">{t('conflict')}</p>
          </li>
        ) : (
          <Task key={entry.id} round={round} entry={entry} />
        ),
      )}
    </ul>
  )
}
