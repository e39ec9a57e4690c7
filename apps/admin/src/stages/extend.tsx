import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { Loading, Problem } from '../ui/states.tsx'
import { ZonedTime } from '../ui/zoned-time.tsx'
import type { StageLine, Timeline } from './timeline.ts'
import { useChanged } from './use-changed.ts'

type Props = { round: Round; stage: StageLine; timeline: Timeline; close: () => void }

/** Gives one entry longer than the others. */
export function Extend({ round, stage, timeline: { timeZone: zone }, close }: Props) {
  const { t } = useTranslation('stages')
  const changed = useChanged()
  const field = useId()
  const entries = useQuery(trpc.entries.list.queryOptions({ round: round.id }))
  const [entry, setEntry] = useState('')
  const [until, setUntil] = useState<string | null>(null)
  const extend = useMutation(
    trpc.stages.extend.mutationOptions({
      onSuccess: async () => {
        close()
        await changed()
      },
    }),
  )
  const send = (reason: string) => {
    if (until === null) return
    extend.mutate({ round: round.id, entry, kind: stage.kind as 'survey', until, reason })
  }
  return (
    <ReasonDialog
      title={t('extend.title')}
      lead={t('extend.lead')}
      help={t('field.reasonHelp')}
      act={t('extend.act')}
      pending={extend.isPending}
      error={extend.error}
      ready={entry !== '' && until !== null}
      send={send}
      close={close}
    >
      {tried => (
        <>
          {entries.isError && <Problem error={entries.error} retry={() => entries.refetch()} />}
          {entries.isPending && <Loading rows={1} />}
          {entries.data && (
            <Field data-size="sm">
              <Label htmlFor={field}>{t('extend.entry')}</Label>
              <Select id={field} value={entry} onChange={event => setEntry(event.target.value)}>
                <Select.Option value="">{t('extend.choose')}</Select.Option>
                {entries.data.map(({ id, name }) => (
                  <Select.Option key={id} value={id}>
                    {name}
                  </Select.Option>
                ))}
              </Select>
              {tried && entry === '' && <ValidationMessage>{t('extend.choose')}</ValidationMessage>}
            </Field>
          )}
          <p className="ts-muted">{t('field.inZone', { zone })}</p>
          <ZonedTime
            label={t('extend.until')}
            zone={zone}
            value={until}
            put={setUntil}
            error={tried && until === null && t('field.missing')}
          />
        </>
      )}
    </ReasonDialog>
  )
}
