import { Button, Dialog, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/states.tsx'
import styles from './entries.module.css'

type Props = {
  title: string
  text: string
  /** The word on the button that does it. */
  act: string
  danger?: boolean
  pending: boolean
  error: unknown
  onAct: (reason: string) => void
  onClose: () => void
}

/** Asks for the reason of a decision that others are told, or that stays with the organisers. */
export function WithReason({ title, text, act, danger = false, pending, error, onAct, onClose }: Props) {
  const { t } = useTranslation('entries')
  const { t: frame } = useTranslation()
  const heading = useId()
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') onAct(reason.trim())
  }
  return (
    <Dialog open onClose={onClose} closeButton={frame('close')} aria-labelledby={heading}>
      <Heading level={2} data-size="sm" id={heading}>
        {title}
      </Heading>
      <Paragraph>{text}</Paragraph>
      <form className={styles.form} onSubmit={submit}>
        <Textfield
          label={t('reasonLabel')}
          multiline
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {error ? <Problem error={error} /> : null}
        <div className={styles.buttons}>
          <Button
            type="submit"
            disabled={reason.trim() === ''}
            loading={pending}
            {...(danger && { 'data-color': 'danger' })}
          >
            {act}
          </Button>
          <Button type="button" variant="secondary" onClick={onClose}>
            {frame('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
