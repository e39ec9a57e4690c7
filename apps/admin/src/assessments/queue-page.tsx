import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { QueueTable } from './queue-table.tsx'
import { WindowLines } from './window-lines.tsx'

const route = getRouteApi('/rounds/$round/assess')

/** The entries that somebody has before them to check, with how far each has come. */
export function QueuePage() {
  const { round: id } = route.useParams()
  return (
    <RoundFrame id={id} tab="assess">
      {round => <Body round={round} />}
    </RoundFrame>
  )
}

function Body({ round }: { round: Round }) {
  const { t } = useTranslation('assessing')
  const queue = useQuery(trpc.assessments.queue.queryOptions({ round: round.id }))
  if (queue.isError) return <Problem error={queue.error} retry={() => queue.refetch()} />
  if (!queue.data) return <Loading />
  const { windows, timeZone, entries } = queue.data
  const conflicts = entries.filter(one => one.conflict).length
  const open = entries.flatMap(one => (one.conflict ? [] : [one]))
  const runs = round.can.includes('assessments.inflation')
  return (
    <>
      <WindowLines windows={windows} timeZone={timeZone} />
      {conflicts > 0 && <p className="ts-muted">{t('queue.conflict', { count: conflicts })}</p>}
      {open.length > 0 ? (
        <QueueTable round={round} entries={open} />
      ) : (
        <Empty
          title={t(runs ? 'queue.noneAll' : 'queue.none')}
          text={t(runs ? 'queue.noneAllText' : 'queue.noneText')}
        />
      )}
    </>
  )
}
