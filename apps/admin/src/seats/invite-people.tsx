import { Button, Paragraph, ToggleGroup } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import form from '../ui/form.module.css'
import { Problem } from '../ui/states.tsx'
import { InviteList } from './invite-list.tsx'
import { InviteOne } from './invite-one.tsx'
import type { RoundRole, Seats } from './seats.ts'

type Language = 'nb' | 'nn' | 'sv' | 'en'

export type PersonToInvite = {
  name: string
  email: string
  role: RoundRole
  entry?: string
  sections?: string[]
  language?: Language
}

export type InviteForm = {
  round: Round
  seats: Seats
  invite: (people: PersonToInvite[]) => void
  pending: boolean
}

type Props = { round: Round; seats: Seats; open: boolean; close: () => void }

/** One person, or a whole list from a spreadsheet. */
export function InvitePeople({ round, seats, open, close }: Props) {
  const { t } = useTranslation('seats')
  return (
    <DialogFrame open={open} title={t('invite.title')} lead={t('invite.lead')} size="wide" close={close}>
      <Inviting round={round} seats={seats} close={close} />
    </DialogFrame>
  )
}

function Inviting({ round, seats, close }: Omit<Props, 'open'>) {
  const { t } = useTranslation('seats')
  const { t: frame } = useTranslation()
  const [how, setHow] = useState('one')
  const cache = useQueryClient()
  const invite = useMutation(
    trpc.seats.invite.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.seats.pathKey() }),
    }),
  )
  if (invite.isSuccess)
    return (
      <div className={form.form} role="status">
        <Paragraph>{t('invite.done', { count: invite.data.invited })}</Paragraph>
        {invite.data.already > 0 && (
          <Paragraph>{t('invite.already', { count: invite.data.already })}</Paragraph>
        )}
        <div className={form.buttons}>
          <Button onClick={close}>{frame('close')}</Button>
          <Button variant="secondary" onClick={() => invite.reset()}>
            {t('invite.again')}
          </Button>
        </div>
      </div>
    )
  const inviting: InviteForm = {
    round,
    seats,
    invite: people => invite.mutate({ round: round.id, people }),
    pending: invite.isPending,
  }
  return (
    <>
      <div className={form.form}>
        <ToggleGroup value={how} onChange={setHow} data-size="sm" data-toggle-group={t('invite.how')}>
          <ToggleGroup.Item value="one">{t('invite.one')}</ToggleGroup.Item>
          <ToggleGroup.Item value="list">{t('invite.list')}</ToggleGroup.Item>
        </ToggleGroup>
      </div>
      {how === 'one' ? <InviteOne {...inviting} /> : <InviteList {...inviting} />}
      {invite.isError && <Problem error={invite.error} />}
    </>
  )
}
