import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import form from '../ui/form.module.css'
import { isPerson, PersonFields } from '../ui/person-fields.tsx'
import { Problem } from '../ui/states.tsx'
import { AreaChoice } from './area-choice.tsx'

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
  return (
    <DialogFrame
      open={open}
      title={t('colleagues.addTitle')}
      lead={t('colleagues.addLead')}
      close={asking.close}
    >
      <Form {...asking} />
    </DialogFrame>
  )
}

function Form({ place, areas, close, done }: Asking) {
  const { t } = useTranslation('seats')
  const [person, setPerson] = useState({ name: '', email: '' })
  const [sections, setSections] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const cache = useQueryClient()
  const ask = useMutation(
    trpc.seats.inviteColleague.mutationOptions({
      onSuccess: async ({ invited }) => {
        done(t(invited > 0 ? 'colleagues.sent' : 'colleagues.already', { name: person.name }))
        close()
        await cache.invalidateQueries({ queryKey: trpc.seats.pathKey() })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isPerson(person))
      ask.mutate({
        ...place,
        name: person.name,
        email: person.email.trim(),
        sections: sections.length > 0 ? [...sections] : null,
      })
  }
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <PersonFields person={person} change={setPerson} tried={tried} />
      <AreaChoice areas={areas} chosen={sections} choose={setSections} />
      {ask.isError && <Problem error={ask.error} />}
      <Button type="submit" loading={ask.isPending}>
        {t('colleagues.submit')}
      </Button>
    </form>
  )
}
