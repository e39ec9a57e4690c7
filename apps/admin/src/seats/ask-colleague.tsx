import { Button, Dialog, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Problem } from '../ui/states.tsx'
import { AreaChoice } from './area-choice.tsx'
import { isEmail } from './is-email.ts'
import styles from './seats.module.css'

type Area = { id: string; title: string }
type Asking = {
  place: { round: string; entry: string }
  areas: readonly Area[]
  close: () => void
  /** Says what came of it. */
  done: (said: string) => void
}

/** A lead asks a colleague to answer with them. */
export function AskColleague({ open, ...asking }: Asking & { open: boolean }) {
  const { t } = useTranslation('seats')
  const { t: frame } = useTranslation()
  const heading = useId()
  return (
    <Dialog open={open} onClose={asking.close} closeButton={frame('close')} aria-labelledby={heading}>
      <Heading level={2} data-size="sm" id={heading}>
        {t('colleagues.addTitle')}
      </Heading>
      <Paragraph className="ts-muted">{t('colleagues.addLead')}</Paragraph>
      {open && <Form {...asking} />}
    </Dialog>
  )
}

function Form({ place, areas, close, done }: Asking) {
  const { t } = useTranslation('seats')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [sections, setSections] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const cache = useQueryClient()
  const ask = useMutation(
    trpc.seats.inviteColleague.mutationOptions({
      onSuccess: async ({ invited }) => {
        done(t(invited > 0 ? 'colleagues.sent' : 'colleagues.already', { name }))
        close()
        await cache.invalidateQueries({ queryKey: trpc.seats.pathKey() })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() !== '' && isEmail(email))
      ask.mutate({
        ...place,
        name,
        email: email.trim(),
        sections: sections.length > 0 ? [...sections] : null,
      })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Textfield
        label={t('name')}
        autoComplete="off"
        maxLength={200}
        value={name}
        onChange={event => setName(event.target.value)}
        error={tried && name.trim() === '' && t('invite.nameMissing')}
      />
      <Textfield
        label={t('email')}
        type="email"
        autoComplete="off"
        maxLength={200}
        value={email}
        onChange={event => setEmail(event.target.value)}
        error={tried && !isEmail(email) && t('invite.emailBad')}
      />
      <AreaChoice areas={areas} chosen={sections} choose={setSections} />
      {ask.isError && <Problem error={ask.error} />}
      <Button type="submit" loading={ask.isPending}>
        {t('colleagues.submit')}
      </Button>
    </form>
  )
}
