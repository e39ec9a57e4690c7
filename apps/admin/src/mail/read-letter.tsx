import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import type { Letter } from './letters.ts'
import styles from './mail.module.css'

/** A letter that waits to be handed on by hand. */
export function ReadLetter({ letter, close }: { letter: Letter | null; close: () => void }) {
  const { t } = useTranslation('mail')
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async () => {
    await navigator.clipboard.writeText(letter?.text ?? '')
    setCopied(letter?.id ?? null)
  }
  return (
    <DialogFrame
      open={letter !== null}
      title={letter?.subject ?? ''}
      lead={`${t('to')}: ${letter?.recipient}`}
      size="wide"
      close={close}
    >
      <pre className={styles.text}>{letter?.text}</pre>
      <div className={styles.buttons}>
        <Button onClick={copy}>{t('copy')}</Button>
        <p role="status">{copied !== null && copied === letter?.id && t('copied')}</p>
      </div>
    </DialogFrame>
  )
}
