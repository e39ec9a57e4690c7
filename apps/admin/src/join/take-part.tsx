import { Button, Textfield } from '@digdir/designsystemet-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/states.tsx'
import styles from './join.module.css'
import type { Invited } from './join-page.tsx'
import { useAccept } from './use-accept.ts'

/** For who is signed in as the invited person, or becomes them now. */
export function TakePart({ token, invited }: { token: string; invited: Invited }) {
  const { t } = useTranslation('join')
  const [name, setName] = useState(invited.name)
  const accept = useAccept()
  const isNew = invited.as === 'new'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isNew) accept.mutate({ token })
    else if (name.trim() !== '') accept.mutate({ token, name })
  }
  return (
    <form className={styles.act} onSubmit={submit} noValidate>
      {isNew && (
        <>
          <p>{t('new', { email: invited.email })}</p>
          <Textfield
            label={t('name')}
            description={t('nameHelp')}
            autoComplete="name"
            maxLength={200}
            value={name}
            onChange={event => setName(event.target.value)}
            error={name.trim() === '' && t('nameMissing')}
          />
        </>
      )}
      {accept.isError && <Problem error={accept.error} />}
      <Button type="submit" loading={accept.isPending || accept.isSuccess}>
        {t('act')}
      </Button>
    </form>
  )
}
