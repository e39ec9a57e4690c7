import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { isEmail } from '../ui/is-email.ts'
import { Problem } from '../ui/states.tsx'
import styles from './details.module.css'
import type { DetailsProps } from './details.ts'
import { useEntriesChanged } from './use-entries-changed.ts'

/** Who is written to; inviting somebody gives them the lead of the answers. */
export function DetailsContact({ round, entry }: DetailsProps) {
  const { t } = useTranslation('entries')
  const [writing, setWriting] = useState(false)
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const changed = useEntriesChanged()
  const invite = useMutation(
    trpc.entries.invite.mutationOptions({
      onSuccess: async () => {
        await changed()
        setWriting(false)
      },
    }),
  )
  const unit = entry.units[0]?.id
  const may = round.mayChange && round.state === 'open' && unit !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (unit === undefined || !isEmail(email)) return
    const contact = { unit, email: email.trim(), ...(name.trim() !== '' && { name: name.trim() }) }
    invite.mutate({ round: round.id, whom: { units: [unit] }, contacts: [contact] })
  }
  return (
    <>
      <div className={styles.line}>
        <span>{entry.contact ? t('contact.is', { email: entry.contact }) : t('contact.none')}</span>
        {may && !writing && (
          <Button data-size="sm" variant="tertiary" onClick={() => setWriting(true)}>
            {t(entry.contact ? 'contact.another' : 'contact.invite')}
          </Button>
        )}
      </div>
      {writing && (
        <form className={styles.fields} onSubmit={submit} noValidate>
          <Textfield
            data-size="sm"
            label={t('contact.email')}
            type="email"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
          <Textfield
            data-size="sm"
            label={t('contact.name')}
            maxLength={200}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          {invite.isError && <Problem error={invite.error} />}
          <Button type="submit" data-size="sm" disabled={!isEmail(email)} loading={invite.isPending}>
            {t('contact.send')}
          </Button>
        </form>
      )}
    </>
  )
}
