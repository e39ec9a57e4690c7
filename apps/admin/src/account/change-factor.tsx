import { Button, Paragraph } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../sign-in/refused.tsx'
import styles from './account.module.css'
import { OwnPassword } from './own-password.tsx'

type Props<T> = {
  text: string
  act: string
  danger?: true
  hasPassword: boolean
  change: (password: { password?: string }) => Promise<T>
  done: (result: T) => void
  cancel: () => void
}

/** Asks for the password, where there is one, before the second factor is changed. */
export function ChangeFactor<T>({ text, act, danger, hasPassword, change, done, cancel }: Props<T>) {
  const { t: frame } = useTranslation()
  const [password, setPassword] = useState('')
  const run = useMutation({ mutationFn: change, onSuccess: done })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run.mutate(hasPassword ? { password } : {})
  }
  return (
    <form className={styles.part} onSubmit={submit} noValidate>
      <Paragraph>{text}</Paragraph>
      {hasPassword && <OwnPassword value={password} onChange={setPassword} />}
      <Refused error={run.error} />
      <div className={styles.buttons}>
        <Button type="submit" {...(danger ? { 'data-color': 'danger' } : {})} loading={run.isPending}>
          {act}
        </Button>
        <Button variant="secondary" onClick={cancel}>
          {frame('cancel')}
        </Button>
      </div>
    </form>
  )
}
