import { Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { ZonedTime } from '../ui/zoned-time.tsx'
import type { StageLine, Timeline, Times } from './timeline.ts'
import { useChanged } from './use-changed.ts'
import { useStageName } from './use-stage-name.ts'

type Props = { round: Round; stage: StageLine; timeline: Timeline; close: () => void }

/** Stages whose findings are replied to. */
const FINDING = ['verification', 'siteVisit']

/** Other times for a stage; only what has not happened can be written. */
export function Move({ round, stage, timeline, close }: Props) {
  const { t } = useTranslation('stages')
  const nameOf = useStageName()
  const changed = useChanged()
  const { timeZone: zone, now, version } = timeline
  const [opensAt, setOpensAt] = useState(stage.opensAt)
  const [closesAt, setClosesAt] = useState(stage.closesAt)
  const [grace, setGrace] = useState(String(stage.graceMinutes))
  const [replyUntil, setReplyUntil] = useState(stage.replyUntil)
  const move = useMutation(
    trpc.stages.move.mutationOptions({
      onSuccess: async () => {
        close()
        await changed()
      },
    }),
  )
  const hasOpened = stage.opensAt !== null && stage.opensAt <= now
  const over = stage.state === 'closed'
  const graceMinutes = Number(grace)
  const badGrace = grace.trim() === '' || !Number.isInteger(graceMinutes) || graceMinutes < 0
  const send = (reason: string) => {
    const times: Times = {
      ...(opensAt !== stage.opensAt && { from: opensAt }),
      ...(closesAt !== stage.closesAt && { to: closesAt }),
      ...(graceMinutes !== stage.graceMinutes && { graceMinutes }),
      ...(replyUntil !== stage.replyUntil && { replyUntil }),
    }
    move.mutate({ round: round.id, version, stages: { [stage.kind]: times }, reason })
  }
  return (
    <ReasonDialog
      title={t('move.title', { stage: nameOf(stage.kind) })}
      lead={t('move.lead')}
      help={t('field.reasonHelp')}
      act={t('move.act')}
      pending={move.isPending}
      error={move.error}
      ready={!badGrace}
      send={send}
      close={close}
    >
      {() => (
        <>
          <p className="ts-muted">{t('field.inZone', { zone })}</p>
          {!hasOpened && (
            <ZonedTime label={t('field.opensAt')} zone={zone} value={opensAt} put={setOpensAt} />
          )}
          {!over && <ZonedTime label={t('field.closesAt')} zone={zone} value={closesAt} put={setClosesAt} />}
          {!over && (
            <Textfield
              data-size="sm"
              label={t('field.graceMinutes')}
              description={t('field.graceHelp')}
              inputMode="numeric"
              value={grace}
              onChange={event => setGrace(event.target.value)}
              error={badGrace && t('field.graceBad')}
            />
          )}
          {FINDING.includes(stage.kind) && (
            <ZonedTime label={t('field.replyUntil')} zone={zone} value={replyUntil} put={setReplyUntil} />
          )}
        </>
      )}
    </ReasonDialog>
  )
}
