import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { ZonedTime } from '../ui/zoned-time.tsx'
import type { StageLine, Timeline } from './timeline.ts'
import { useChanged } from './use-changed.ts'
import { useStageName } from './use-stage-name.ts'

type Props = { round: Round; stage: StageLine; timeline: Timeline; close: () => void }

/** Opens again what has closed; where entries replied, they reply anew after it. */
export function Reopen({ round, stage, timeline: { timeZone: zone }, close }: Props) {
  const { t } = useTranslation('stages')
  const nameOf = useStageName()
  const changed = useChanged()
  const [until, setUntil] = useState<string | null>(null)
  const [replyUntil, setReplyUntil] = useState<string | null>(null)
  const reopen = useMutation(
    trpc.stages.reopen.mutationOptions({
      onSuccess: async () => {
        close()
        await changed()
      },
    }),
  )
  const replies = stage.replyUntil !== null
  const send = (reason: string) => {
    if (until === null) return
    const later = replyUntil === null ? {} : { replyUntil }
    reopen.mutate({ round: round.id, kind: stage.kind, until, reason, ...later })
  }
  return (
    <ReasonDialog
      title={t('reopen.title', { stage: nameOf(stage.kind) })}
      lead={t('reopen.lead')}
      help={t('field.reasonHelp')}
      act={t('reopen.act')}
      pending={reopen.isPending}
      error={reopen.error}
      ready={until !== null && (!replies || replyUntil !== null)}
      send={send}
      close={close}
    >
      {tried => (
        <>
          <p className="ts-muted">{t('field.inZone', { zone })}</p>
          <ZonedTime
            label={t('reopen.until')}
            zone={zone}
            value={until}
            put={setUntil}
            error={tried && until === null && t('field.missing')}
          />
          {replies && (
            <ZonedTime
              label={t('field.replyUntil')}
              zone={zone}
              value={replyUntil}
              put={setReplyUntil}
              error={tried && replyUntil === null && t('field.missing')}
            />
          )}
        </>
      )}
    </ReasonDialog>
  )
}
