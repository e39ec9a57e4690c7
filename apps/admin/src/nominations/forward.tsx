import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { fromLocalInput, toLocalInput } from '../ui/dates.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import form from '../ui/form.module.css'
import { isEmail } from '../ui/is-email.ts'
import { useLocale } from '../ui/locale.ts'
import { Problem } from '../ui/states.tsx'
import { type Nomination, unitsOf } from './nomination.ts'

type Props = { round: Round; nomination: Nomination; close: () => void }

const WEEKS = 3
const WEEK = 7 * 24 * 60 * 60 * 1000

/** Noon some weeks from now: time enough for a municipality to decide. */
const inWeeks = (): string => {
  const day = new Date(Date.now() + WEEKS * WEEK)
  day.setHours(12, 0, 0, 0)
  return toLocalInput(day.toISOString())
}

/** Sends a nomination on: to a contact who may complete or decline, or beside the entry that is there. */
export function Forward({ round, nomination, close }: Props) {
  const { t, i18n } = useTranslation('nominations')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  const ids = { heading: useId(), language: useId() }
  const there = nomination.entry
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [language, setLanguage] = useState(i18n.language)
  const [until, setUntil] = useState(inWeeks)
  const cache = useQueryClient()
  const forward = useMutation(
    trpc.nominations.forward.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          cache.invalidateQueries({ queryKey: trpc.nominations.pathKey() }),
          cache.invalidateQueries({ queryKey: trpc.entries.pathKey() }),
        ])
        close()
      },
    }),
  )
  const completeUntil = fromLocalInput(until)
  const ready = isEmail(email) && completeUntil !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    forward.mutate({
      round: round.id,
      nomination: nomination.id,
      contact: { email: email.trim(), language, ...(name.trim() !== '' && { name: name.trim() }) },
      completeUntil,
    })
  }
  const { languages, baseLanguage } = round.rubric
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <DialogFrame
      title={t('forward.title', { name: unitsOf(nomination) })}
      lead={there ? t('forward.beside', { name: there.name }) : t('forward.text')}
      close={close}
    >
      <form className={form.form} onSubmit={submit} noValidate>
        <Textfield
          label={t('forward.email')}
          type="email"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <Textfield
          label={t('forward.name')}
          value={name}
          maxLength={200}
          onChange={({ target }) => setName(target.value)}
        />
        <Field>
          <Label htmlFor={ids.language}>{t('forward.language')}</Label>
          <Select id={ids.language} value={language} onChange={({ target }) => setLanguage(target.value)}>
            {[...new Set([i18n.language, baseLanguage, ...languages])].map(one => (
              <Select.Option key={one} value={one}>
                {names.of(one)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Textfield
          label={t('forward.until')}
          type="datetime-local"
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
        {forward.isError && <Problem error={forward.error} />}
        <div className={form.buttons}>
          <Button type="submit" disabled={!ready} loading={forward.isPending}>
            {t('forward.submit')}
          </Button>
          <Button type="button" variant="secondary" onClick={close}>
            {frame('cancel')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  )
}
