import { Button, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { FilterChoice } from '../ui/filter-choice.tsx'
import form from '../ui/form.module.css'
import { Problem } from '../ui/states.tsx'
import type { Seats } from './seats.ts'

type Props = { round: Round; seats: Seats; open: boolean; close: () => void }

export function AddConflict({ open, close, ...rest }: Props) {
  const { t } = useTranslation('seats')
  return (
    <DialogFrame open={open} title={t('conflict.addTitle')} lead={t('conflict.addLead')} close={close}>
      <Form {...rest} close={close} />
    </DialogFrame>
  )
}

const JUDGING = ['desk', 'visitor', 'juror', 'chair']

function Form({ round, seats, close }: Omit<Props, 'open'>) {
  const { t } = useTranslation('seats')
  const [person, setPerson] = useState('')
  const [entry, setEntry] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const cache = useQueryClient()
  const add = useMutation(
    trpc.conflicts.set.mutationOptions({
      onSuccess: async () => {
        close()
        await cache.invalidateQueries({ queryKey: trpc.seats.pathKey() })
      },
    }),
  )
  const judges = new Map(
    seats.seats.filter(seat => JUDGING.includes(seat.role)).map(seat => [seat.person.id, seat.person.name]),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (person !== '' && entry !== '' && reason.trim() !== '')
      add.mutate({ round: round.id, entry, person, reason })
  }
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <FilterChoice label={t('conflict.person')} value={person} choose={one => setPerson(one ?? '')}>
        <Select.Option value="">{t('invite.choose')}</Select.Option>
        {[...judges].map(([id, name]) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice label={t('conflict.entry')} value={entry} choose={one => setEntry(one ?? '')}>
        <Select.Option value="">{t('invite.choose')}</Select.Option>
        {seats.entries.map(one => (
          <Select.Option key={one.id} value={one.id}>
            {one.name}
          </Select.Option>
        ))}
      </FilterChoice>
      <Textfield
        data-size="sm"
        label={t('conflict.reason')}
        maxLength={1000}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={tried && reason.trim() === '' && t('conflict.reasonMissing')}
      />
      <p role="alert">
        {tried && person === '' && t('conflict.personMissing')}
        {tried && person !== '' && entry === '' && t('invite.entryMissing')}
      </p>
      {add.isError && <Problem error={add.error} />}
      <Button type="submit" loading={add.isPending}>
        {t('conflict.submit')}
      </Button>
    </form>
  )
}
