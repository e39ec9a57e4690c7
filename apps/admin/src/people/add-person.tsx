import { Button, Fieldset, Radio, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { i18n, type Language } from '../text/i18n.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import form from '../ui/form.module.css'
import { isPerson, PersonFields } from '../ui/person-fields.tsx'
import { Problem } from '../ui/states.tsx'
import styles from './people.module.css'
import { MIN_PASSWORD, newPassword, ROLES, type Role } from './roles.ts'

export function AddPerson({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation('people')
  return (
    <DialogFrame open={open} title={t('create.title')} lead={t('create.lead')} close={close}>
      <Form close={close} />
    </DialogFrame>
  )
}

function Form({ close }: { close: () => void }) {
  const { t } = useTranslation('people')
  const { t: frame } = useTranslation()
  const [person, setPerson] = useState({ name: '', email: '' })
  const [role, setRole] = useState<Role>('organiser')
  const [byLetter, setByLetter] = useState(true)
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const cache = useQueryClient()
  const add = useMutation(
    trpc.people.create.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.people.list.queryKey() })
        close()
      },
    }),
  )
  const passwordShort = !byLetter && password.length < MIN_PASSWORD
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isPerson(person) || passwordShort) return
    add.mutate({
      name: person.name,
      email: person.email.trim(),
      role,
      ...(byLetter ? { language: i18n.language as Language } : { password }),
    })
  }
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <PersonFields person={person} change={setPerson} tried={tried} />
      <Fieldset>
        <Fieldset.Legend>{t('role')}</Fieldset.Legend>
        {ROLES.toReversed().map(one => (
          <Radio
            key={one}
            name="role"
            value={one}
            label={frame(`role.${one}`)}
            description={t(`roleMeans.${one}`)}
            checked={role === one}
            onChange={() => setRole(one)}
          />
        ))}
      </Fieldset>
      <Fieldset>
        <Fieldset.Legend>{t('create.how')}</Fieldset.Legend>
        <Radio
          name="how"
          value="letter"
          label={t('create.byLetter')}
          checked={byLetter}
          onChange={() => setByLetter(true)}
        />
        <Radio
          name="how"
          value="password"
          label={t('create.byPassword')}
          checked={!byLetter}
          onChange={() => setByLetter(false)}
        />
      </Fieldset>
      {!byLetter && (
        <div className={styles.password}>
          <Textfield
            label={t('create.password')}
            description={t('create.passwordHelp', { count: MIN_PASSWORD })}
            autoComplete="new-password"
            spellCheck={false}
            maxLength={128}
            value={password}
            onChange={event => setPassword(event.target.value)}
            error={tried && passwordShort && t('create.passwordShort', { count: MIN_PASSWORD })}
          />
          <Button
            variant="secondary"
            onClick={() => setPassword(newPassword(bytes => crypto.getRandomValues(bytes)))}
          >
            {t('create.make')}
          </Button>
        </div>
      )}
      {add.isError && <Problem error={add.error} />}
      <Button type="submit" loading={add.isPending}>
        {t('create.submit')}
      </Button>
    </form>
  )
}
