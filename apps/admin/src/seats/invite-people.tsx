import { Button, Dialog, Heading, Paragraph, ToggleGroup } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { Problem } from '../ui/states.tsx'
import { InviteList } from './invite-list.tsx'
import { InviteOne } from './invite-one.tsx'
import styles from './seats.module.css'
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
  const { t: frame } = useTranslation()
  return (
    <Dialog
      open={open}
      onClose={close}
      closeButton={frame('close')}
      aria-labelledby="invite-people"
      className={styles.wide ?? ''}
    >
      <Heading level={2} data-size="sm" id="invite-people">
        {t('invite.title')}
      </Heading>
      <Paragraph className="ts-muted">{t('invite.lead')}</Paragraph>
      {open && <Inviting round={round} seats={seats} close={close} />}
    </Dialog>
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
      <div className={styles.form} role="status">
        <Paragraph>{t('invite.done', { count: invite.data.invited })}</Paragraph>
        {invite.data.already > 0 && (
          <Paragraph>{t('invite.already', { count: invite.data.already })}</Paragraph>
        )}
        <div className={styles.buttons}>
          <Button onClick={close}>{frame('close')}</Button>
          <Button variant="secondary" onClick={() => invite.reset()}>
            {t('invite.again')}
          </Button>
        </div>
      </div>
    )
  const form: InviteForm = {
    round,
    seats,
    invite: people => invite.mutate({ round: round.id, people }),
    pending: invite.isPending,
  }
  return (
    <>
      <div className={styles.form}>
        <ToggleGroup value={how} onChange={setHow} data-size="sm" data-toggle-group={t('invite.how')}>
          <ToggleGroup.Item value="one">{t('invite.one')}</ToggleGroup.Item>
          <ToggleGroup.Item value="list">{t('invite.list')}</ToggleGroup.Item>
        </ToggleGroup>
      </div>
      {how === 'one' ? <InviteOne {...form} /> : <InviteList {...form} />}
      {invite.isError && <Problem error={invite.error} />}
    </>
  )
}
