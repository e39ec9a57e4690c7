import { Button, Dialog, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { Problem } from '../ui/states.tsx'
import type { Conflict } from './conflicts.tsx'
import styles from './seats.module.css'
import type { Seats } from './seats.ts'
import { useNames } from './use-names.ts'

type Props = { round: Round; seats: Seats; conflict: Conflict | null; close: () => void }

/** A conflict goes by decision, whose reason is kept. */
export function LiftConflict({ round, seats, conflict, close }: Props) {
  const { t } = useTranslation('seats')
  const { t: frame } = useTranslation()
  const names = useNames(seats)
  const words = conflict && { name: names.person(conflict.person), entry: names.entry(conflict.entry) }
  return (
    <Dialog
      open={conflict !== null}
      onClose={close}
      closeButton={frame('close')}
      aria-labelledby="lift-conflict"
    >
      <Heading level={2} data-size="sm" id="lift-conflict">
        {words && t('conflict.liftTitle', words)}
      </Heading>
      <Paragraph className="ts-muted">{t('conflict.liftLead')}</Paragraph>
      {conflict && <Form round={round} conflict={conflict} close={close} />}
    </Dialog>
  )
}

type FormProps = { round: Round; conflict: Conflict; close: () => void }

function Form({ round, conflict, close }: FormProps) {
  const { t } = useTranslation('seats')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const cache = useQueryClient()
  const lift = useMutation(
    trpc.conflicts.lift.mutationOptions({
      onSuccess: async () => {
        close()
        await cache.invalidateQueries({ queryKey: trpc.seats.pathKey() })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { entry, person } = conflict
    if (reason.trim() !== '') lift.mutate({ round: round.id, entry, person, reason })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Textfield
        label={t('conflict.reason')}
        maxLength={1000}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={tried && reason.trim() === '' && t('conflict.reasonMissing')}
      />
      {lift.isError && <Problem error={lift.error} />}
      <Button type="submit" loading={lift.isPending}>
        {t('conflict.lift')}
      </Button>
    </form>
  )
}
