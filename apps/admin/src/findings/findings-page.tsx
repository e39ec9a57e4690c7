import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { useTimes, WindowLines } from '../assessments/window-lines.tsx'
import type { Round } from '../rounds/round.ts'
import { Page } from '../ui/page.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { FindingsList } from './findings-list.tsx'

const route = getRouteApi('/rounds/$round/findings/$entry')

export type Findings = inferOutput<typeof trpc.replies.findings>

/** What was found behind an entry's answers, for those whose answers they are. */
export function FindingsPage() {
  const { t, i18n } = useTranslation('assessing')
  const { t: rounds } = useTranslation('rounds')
  const { round: id, entry } = route.useParams()
  const round = useQuery(trpc.rounds.get.queryOptions({ id, lang: i18n.language }))
  const findings = useQuery(trpc.replies.findings.queryOptions({ round: id, entry }))
  const error = round.error ?? findings.error
  const trail = [
    { label: rounds('title'), to: '/rounds' },
    { label: round.data?.title ?? rounds('round'), to: `/rounds/${id}` },
  ]
  if (error)
    return (
      <Page title={t('findings.title')} trail={trail}>
        <Problem error={error} retry={() => findings.refetch()} />
      </Page>
    )
  if (!round.data || !findings.data)
    return (
      <Page title={t('findings.title')} trail={trail}>
        <Loading rows={8} />
      </Page>
    )
  return (
    <Page
      title={t('findings.title')}
      about={round.data.title}
      trail={trail}
      lead={t('findings.lead', { name: findings.data.entry.name })}
    >
      <Body round={round.data} findings={findings.data} />
    </Page>
  )
}

function Body({ round, findings }: { round: Round; findings: Findings }) {
  const { t } = useTranslation('assessing')
  const { windows, timeZone, items, mayReply } = findings
  const time = useTimes(timeZone)
  const until = windows
    .flatMap(window => window.replyUntil ?? [])
    .toSorted()
    .at(-1)
  if (items.length === 0) return <Empty title={t('findings.none')} text={t('findings.noneText')} />
  return (
    <>
      {until === undefined ? (
        <WindowLines windows={windows} timeZone={timeZone} />
      ) : (
        <p>{t(mayReply ? 'findings.until' : 'findings.untilOthers', { time: time(until) })}</p>
      )}
      <FindingsList round={round} findings={findings} />
    </>
  )
}
