import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SignInRefused } from './post-auth.ts'
import { Refused } from './refused.tsx'
import { type Entered, showSecondFactor } from './session.ts'
import styles from './sign-in.module.css'

type Props = { enter: (entered: Entered) => Promise<void>; again: () => void }

/** The second factor: a code of the app, or one of the backup codes. */
export function CodeForm({ enter, again }: Props) {
  const { t } = useTranslation('signIn')
  const [byBackup, setByBackup] = useState(false)
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const show = useMutation({ mutationFn: showSecondFactor, onSuccess: enter })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const typed = code.replaceAll(/\s/g, '')
    if (typed !== '') show.mutate(byBackup ? { backupCode: typed } : { code: typed })
  }
  const change = () => {
    setByBackup(!byBackup)
    setCode('')
    setTried(false)
    show.reset()
  }
  const over = show.error instanceof SignInRefused && show.error.reason === 'sign-in-again'
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <Heading level={2} data-size="xs">
          {t('code.title')}
        </Heading>
        <Paragraph className="ts-muted">{t(byBackup ? 'code.backupText' : 'code.text')}</Paragraph>
      </div>
      <Textfield
        key={String(byBackup)}
        label={t(byBackup ? 'code.backupLabel' : 'code.label')}
        autoFocus
        autoComplete="one-time-code"
        inputMode={byBackup ? 'text' : 'numeric'}
        spellCheck={false}
        maxLength={20}
        value={code}
        onChange={event => setCode(event.target.value)}
        error={tried && code.trim() === '' && t('code.missing')}
      />
      <Refused error={show.error} />
      {over ? (
        <Button onClick={again}>{t('back')}</Button>
      ) : (
        <Button type="submit" loading={show.isPending}>
          {t('code.submit')}
        </Button>
      )}
      <Button variant="tertiary" data-size="sm" onClick={change}>
        {t(byBackup ? 'code.useApp' : 'code.useBackup')}
      </Button>
    </form>
  )
}
