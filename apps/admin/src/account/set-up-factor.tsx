import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../sign-in/refused.tsx'
import styles from './account.module.css'
import { OwnPassword } from './own-password.tsx'
import { QrCode } from './qr-code.tsx'
import { type Begun, beginSecondFactor, confirmSecondFactor, keyOf } from './second-factor.ts'

type Props = { hasPassword: boolean; done: (codes: readonly string[]) => void; cancel: () => void }

/** From the password over the picture to the first code. */
export function SetUpFactor({ hasPassword, done, cancel }: Props) {
  const begin = useMutation({ mutationFn: beginSecondFactor })
  if (begin.data) return <Confirm begun={begin.data} done={done} cancel={cancel} />
  return <Begin hasPassword={hasPassword} begin={begin} cancel={cancel} />
}

type BeginProps = {
  hasPassword: boolean
  begin: { mutate: (password: { password?: string }) => void; error: unknown; isPending: boolean }
  cancel: () => void
}

function Begin({ hasPassword, begin, cancel }: BeginProps) {
  const { t } = useTranslation('account')
  const { t: frame } = useTranslation()
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin.mutate(hasPassword ? { password } : {})
  }
  return (
    <form className={styles.part} onSubmit={submit} noValidate>
      {hasPassword && <OwnPassword value={password} onChange={setPassword} />}
      <Refused error={begin.error} />
      <div className={styles.buttons}>
        <Button type="submit" loading={begin.isPending}>
          {t('second.next')}
        </Button>
        <Button variant="secondary" onClick={cancel}>
          {frame('cancel')}
        </Button>
      </div>
    </form>
  )
}

function Confirm({ begun, done, cancel }: { begun: Begun } & Pick<Props, 'done' | 'cancel'>) {
  const { t } = useTranslation('account')
  const { t: frame } = useTranslation()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const cache = useQueryClient()
  const confirm = useMutation({
    mutationFn: confirmSecondFactor,
    onSuccess: async () => {
      done(begun.backupCodes)
      await cache.invalidateQueries()
    },
  })
  const typed = code.replaceAll(/\s/g, '')
  const bad = !/^\d{6}$/.test(typed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!bad) confirm.mutate(typed)
  }
  return (
    <form className={styles.part} onSubmit={submit} noValidate>
      <Paragraph>{t('second.scan')}</Paragraph>
      <QrCode text={begun.uri} label={t('second.picture')} />
      <div>
        <Paragraph className="ts-muted">{t('second.orType')}</Paragraph>
        <code className={styles.key}>{keyOf(begun.uri)}</code>
      </div>
      <Paragraph>{t('second.typeCode')}</Paragraph>
      <Textfield
        label={t('second.code')}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
        value={code}
        onChange={event => setCode(event.target.value)}
        error={tried && bad && t('second.codeMissing')}
      />
      <Refused error={confirm.error} />
      <div className={styles.buttons}>
        <Button type="submit" loading={confirm.isPending}>
          {t('second.turnOn')}
        </Button>
        <Button variant="secondary" onClick={cancel}>
          {frame('cancel')}
        </Button>
      </div>
    </form>
  )
}
