import { Alert } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { DeclareConflict } from '../seats/declare-conflict.tsx'
import { Page } from '../ui/page.tsx'
import { Loading, Problem } from '../ui/states.tsx'
import type { Sheet } from './assessing.ts'
import { SheetBody } from './sheet-body.tsx'
import { WindowLines } from './window-lines.tsx'

const route = getRouteApi('/rounds/$round/assess/$entry')

/** One entry to check, question by question: what it claims, with what evidence, and what was found. */
export function SheetPage() {
  const { t, i18n } = useTranslation('assessing')
  const { t: rounds } = useTranslation('rounds')
  const { round: id, entry } = route.useParams()
  const round = useQuery(trpc.rounds.get.queryOptions({ id, lang: i18n.language }))
  const sheet = useQuery(trpc.assessments.sheet.queryOptions({ round: id, entry }))
  const error = round.error ?? sheet.error
  const trail = [
    { label: rounds('title'), to: '/rounds' },
    { label: round.data?.title ?? rounds('round'), to: `/rounds/${id}` },
    { label: t('sheet.back'), to: `/rounds/${id}/assess` },
  ]
  if (error)
    return (
      <Page title={t('sheet.missing')} trail={trail}>
        <Problem error={error} retry={() => sheet.refetch()} />
      </Page>
    )
  if (!round.data || !sheet.data)
    return (
      <Page title={t('queue.entry')} trail={trail}>
        <Loading rows={10} />
      </Page>
    )
  return <Loaded key={entry} round={round.data} sheet={sheet.data} trail={trail} />
}

const JUDGING: readonly string[] = ['desk', 'visitor', 'juror', 'chair']

type LoadedProps = { round: Round; sheet: Sheet; trail: { label: string; to: string }[] }

function Loaded({ round, sheet, trail }: LoadedProps) {
  const { t } = useTranslation('assessing')
  const { entry, windows, timeZone, writes } = sheet
  const navigate = useNavigate()
  const judges = round.roles.some(role => JUDGING.includes(role))
  return (
    <Page
      title={entry.name ?? t('queue.entry')}
      about={round.title}
      trail={trail}
      lead={entry.units.length > 1 ? entry.units.map(unit => unit.name).join(', ') : undefined}
      actions={
        judges && (
          <DeclareConflict
            round={round.id}
            entry={entry.id}
            gone={() => navigate({ to: '/rounds/$round/assess', params: { round: round.id } })}
          />
        )
      }
    >
      <WindowLines windows={windows} timeZone={timeZone} />
      {!entry.submitted && <Alert data-color="warning">{t('sheet.notSent')}</Alert>}
      {writes.length === 0 && <p className="ts-muted">{t('sheet.readOnly')}</p>}
      <SheetBody round={round} sheet={sheet} />
    </Page>
  )
}
