import { Button, Paragraph } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from './dialog-frame.tsx'
import styles from './form.module.css'
import { Problem } from './states.tsx'

type Props = {
  open: boolean
  title: string
  text: string
  /** The word on the button that does it. */
  act: string
  danger?: true
  pending: boolean
  error: unknown
  onAct: () => void
  onClose: () => void
}

/** Asks once more before something that cannot be taken back. */
export function Confirm({ open, title, text, act, danger, pending, error, onAct, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <DialogFrame open={open} title={title} close={onClose}>
      <div className={styles.form}>
        <Paragraph>{text}</Paragraph>
        {error ? <Problem error={error} /> : null}
        <div className={styles.buttons}>
          <Button {...(danger ? { 'data-color': 'danger' } : {})} loading={pending} onClick={onAct}>
            {act}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </DialogFrame>
  )
}
