import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { formatTimeOf, inWords } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { useLive } from '../ui/use-live.ts'
import { ownZone } from '../ui/zones.ts'
import { Log } from './log.tsx'
import { PreviewPart } from './preview.tsx'
import { Release } from './release.tsx'
import { StageList } from './stage-list.tsx'
import styles from './stages.module.css'
import { Strip } from './strip.tsx'
import type { Timeline } from './timeline.ts'
import { useChanged } from './use-changed.ts'
import { useStageName } from './use-stage-name.ts'

const route = getRouteApi('/rounds/$round/stages')

const MINUTE = 60_000

/** When what happens in a round: for everyone in it in their own time, for those who run it to change. */
export function StagesPage() {
  const { round } = route.useParams()
  return (
    <RoundFrame id={round} tab="stages">
      {one => <Stages round={one} />}
    </RoundFrame>
  )
}

function Stages({ round }: { round: Round }) {
  const { t } = useTranslation('stages')
  const timeline = useQuery({
    ...trpc.stages.timeline.queryOptions({ round: round.id }),
    refetchInterval: MINUTE,
  })
  const changed = useChanged()
  const looks = round.can.includes('stages.watch') && round.state !== 'published'
  useLive(
    trpc.stages.watch.subscriptionOptions({ round: round.id }, { enabled: looks, onData: () => changed() }),
  )
  if (timeline.isError) return <Problem error={timeline.error} retry={() => timeline.refetch()} />
  if (!timeline.data) return <Loading />
  const runs = round.can.includes('stages.move') && round.state !== 'published'
  if (!runs && timeline.data.stages.every(stage => stage.opensAt === null))
    return <Empty title={t('none')} text={t('noneText')} />
  return (
    <>
      <Next round={round} timeline={timeline.data} />
      <Strip spans={timeline.data.stages} now={timeline.data.now} />
      <StageList round={round} timeline={timeline.data} runs={runs} />
      {runs && <Release round={round} timeline={timeline.data} />}
      {runs && <PreviewPart round={round} timeline={timeline.data} />}
      <Log timeline={timeline.data} />
    </>
  )
}

/** What happens next, in words. */
function Next({ round, timeline: { next, now, timeZone } }: { round: Round; timeline: Timeline }) {
  const { t } = useTranslation('stages')
  const locale = useLocale()
  const nameOf = useStageName()
  return (
    <div className={styles.lead}>
      <p className={styles.next} role="status">
        {next
          ? t(`next.${next.change}`, {
              stage: nameOf(next.stage),
              when: inWords(next.at, locale, new Date(now)),
            })
          : t(round.state === 'published' ? 'next.published' : 'next.none')}
      </p>
      {next && <p>{formatTimeOf(next.at, locale, timeZone)}</p>}
      <p className="ts-muted">{t(timeZone === ownZone() ? 'sameZone' : 'zone', { zone: timeZone })}</p>
    </div>
  )
}
