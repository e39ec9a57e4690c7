import { Button, Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from '../text/i18n.ts'
import form from '../ui/form.module.css'
import { isPerson, PersonFields } from '../ui/person-fields.tsx'
import { AreaChoice } from './area-choice.tsx'
import type { InviteForm } from './invite-people.tsx'
import { RoleChoice } from './role-choice.tsx'
import { ofEntry, type RoundRole } from './seats.ts'

export function InviteOne({ seats, invite, pending }: InviteForm) {
  const { t } = useTranslation('seats')
  const [person, setPerson] = useState({ name: '', email: '' })
  const [role, setRole] = useState<RoundRole>('lead')
  const [entry, setEntry] = useState('')
  const [sections, setSections] = useState<readonly string[]>([])
  const [language, setLanguage] = useState<Language | ''>('')
  const [tried, setTried] = useState(false)
  const languageId = useId()
  const needsEntry = ofEntry(role)
  const entryMissing = needsEntry && entry === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isPerson(person) || entryMissing) return
    invite([
      {
        name: person.name,
        email: person.email.trim(),
        role,
        ...(needsEntry && { entry }),
        ...(role === 'contributor' && sections.length > 0 && { sections: [...sections] }),
        ...(language !== '' && { language }),
      },
    ])
  }
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <RoleChoice label={t('invite.role')} role={role} choose={setRole} />
      {needsEntry && (
        <EntryChoice
          entries={seats.entries}
          entry={entry}
          choose={setEntry}
          error={tried && entryMissing ? t('invite.entryMissing') : null}
        />
      )}
      {role === 'contributor' && <AreaChoice areas={seats.areas} chosen={sections} choose={setSections} />}
      <PersonFields person={person} change={setPerson} tried={tried} />
      <Field>
        <Label htmlFor={languageId}>{t('invite.language')}</Label>
        <Select
          id={languageId}
          value={language}
          onChange={event => setLanguage(event.target.value as Language | '')}
        >
          <Select.Option value="">{t('invite.languageAuto')}</Select.Option>
          {Object.entries(LANGUAGES).map(([code, title]) => (
            <Select.Option key={code} value={code} lang={code}>
              {title}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Button type="submit" loading={pending}>
        {t('invite.submit', { count: 1 })}
      </Button>
    </form>
  )
}

type EntryProps = {
  entries: readonly { id: string; name: string }[]
  entry: string
  choose: (entry: string) => void
  error: string | null
}

function EntryChoice({ entries, entry, choose, error }: EntryProps) {
  const { t } = useTranslation('seats')
  const id = useId()
  return (
    <Field>
      <Label htmlFor={id}>{t('invite.entry')}</Label>
      <Select
        id={id}
        value={entry}
        aria-invalid={error !== null}
        onChange={event => choose(event.target.value)}
      >
        <Select.Option value="">{t('invite.choose')}</Select.Option>
        {entries.map(one => (
          <Select.Option key={one.id} value={one.id}>
            {one.name}
          </Select.Option>
        ))}
      </Select>
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  )
}
