import { Button, Dialog, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/states.tsx'
import styles from './stages.module.css'

type Props = {
  title: string
  lead: string
  /** The word on the button that does it. */
  act: string
  pending: boolean
  error: unknown
  /** Asked with what is written; the reason is never empty. */
  send: (reason: string) => void
  /** False while something else is missing. */
  ready: boolean
  close: () => void
  /** The fields; once `tried`, they say what is missing. */
  children: (tried: boolean) => ReactNode
}

/** Asks for new times and the reason for them. */
export function StageDialog({ title, lead, act, pending, error, send, ready, close, children }: Props) {
  const { t } = useTranslation('stages')
  const { t: frame } = useTranslation()
  const heading = useId()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (ready && reason.trim() !== '' && event.currentTarget.checkValidity()) send(reason.trim())
  }
  return (
    <Dialog open onClose={close} closeButton={frame('close')} aria-labelledby={heading}>
      <Heading level={2} data-size="sm" id={heading}>
        {title}
      </Heading>
      <Paragraph className="ts-muted">{lead}</Paragraph>
      <form className={styles.form} onSubmit={submit} noValidate>
        {children(tried)}
        <Textfield
          data-size="sm"
          label={t('field.reason')}
          description={t('field.reasonHelp')}
          multiline
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={event => setReason(event.target.value)}
          error={tried && reason.trim() === '' && t('field.reasonMissing')}
        />
        {error ? <Problem error={error} /> : null}
        <div className={styles.buttons}>
          <Button type="submit" loading={pending}>
            {act}
          </Button>
          <Button type="button" variant="secondary" onClick={close}>
            {frame('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
