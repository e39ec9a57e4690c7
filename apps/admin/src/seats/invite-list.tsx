import { Alert, Button, Field, Label, Paragraph, Textarea } from '@digdir/designsystemet-react'
import { type FormEvent, useDeferredValue, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import form from '../ui/form.module.css'
import type { InviteForm } from './invite-people.tsx'
import { type ListProblem, readList } from './read-list.ts'
import { RoleChoice } from './role-choice.tsx'
import styles from './seats.module.css'
import { ROLES, type RoundRole } from './seats.ts'

/** A list from a spreadsheet, read as it is typed: what fits is counted, what does not is said line by line. */
export function InviteList({ seats, invite, pending }: InviteForm) {
  const { t } = useTranslation('seats')
  const [text, setText] = useState('')
  const [role, setRole] = useState<RoundRole>('lead')
  const id = useId()
  const given = useDeferredValue(text)
  const roles = useMemo(
    () =>
      new Map(
        ROLES.flatMap(one => [
          [one as string, one],
          [t(`role.${one}`).toLocaleLowerCase(), one],
        ]),
      ),
    [t],
  )
  const { people, problems } = useMemo(
    () => readList(given, { role, roles, entries: seats.entries }),
    [given, role, roles, seats.entries],
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (people.length > 0) invite(people)
  }
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <RoleChoice label={t('invite.listRole')} role={role} choose={setRole} />
      <Field>
        <Label htmlFor={id}>{t('invite.listLabel')}</Label>
        <Field.Description>{t('invite.listHelp', { role: t(`role.${role}`) })}</Field.Description>
        <Textarea
          id={id}
          rows={8}
          spellCheck={false}
          placeholder={t('invite.listExample')}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </Field>
      <div role="status">
        {people.length > 0 && <Paragraph>{t('invite.good', { count: people.length })}</Paragraph>}
        {problems.length > 0 && <Problems problems={problems} />}
      </div>
      <Button type="submit" loading={pending} disabled={people.length === 0}>
        {t('invite.submit', { count: people.length })}
      </Button>
    </form>
  )
}

const SHOWN = 20

function Problems({ problems }: { problems: readonly ListProblem[] }) {
  const { t } = useTranslation('seats')
  const words = ({ what, text }: ListProblem) =>
    t(`invite.problem.${what}`, {
      text,
      role: t(`role.${text as RoundRole}`, { defaultValue: text }),
      allowed: ROLES.map(one => t(`role.${one}`)).join(', '),
    })
  return (
    <Alert data-color="warning" data-size="sm">
      <Paragraph>{t('invite.bad', { count: problems.length })}</Paragraph>
      <ul className={styles.problems}>
        {problems.slice(0, SHOWN).map(one => (
          <li key={one.line}>
            {t('invite.line', { line: one.line })} {words(one)}
          </li>
        ))}
        {problems.length > SHOWN && <li>…</li>}
      </ul>
    </Alert>
  )
}
