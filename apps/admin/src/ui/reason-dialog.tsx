import { Button, Textfield } from '@digdir/designsystemet-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from './dialog-frame.tsx'
import styles from './form.module.css'
import { Problem } from './states.tsx'

type Props = {
  title: string
  lead: string
  /** What to keep in mind in writing the reason. */
  help?: string
  /** The word on the button that does it. */
  act: string
  pending: boolean
  error: unknown
  /** Asked with what is written; the reason is never empty. */
  send: (reason: string) => void
  /** False while something else is missing. */
  ready?: boolean
  close: () => void
  /** Other fields; once `tried`, they say what is missing. */
  children?: (tried: boolean) => ReactNode
}

/** Asks for the reason of a decision, and for what else it takes. */
export function ReasonDialog({ title, lead, help, act, pending, error, send, ...rest }: Props) {
  const { ready = true, close, children } = rest
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (ready && reason.trim() !== '' && event.currentTarget.checkValidity()) send(reason.trim())
  }
  return (
    <DialogFrame title={title} lead={lead} close={close}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {children?.(tried)}
        <Textfield
          data-size="sm"
          label={t('reason')}
          description={help}
          multiline
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={event => setReason(event.target.value)}
          error={tried && reason.trim() === '' && t('reasonMissing')}
        />
        {error ? <Problem error={error} /> : null}
        <div className={styles.buttons}>
          <Button type="submit" loading={pending}>
            {act}
          </Button>
          <Button type="button" variant="secondary" onClick={close}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  )
}
