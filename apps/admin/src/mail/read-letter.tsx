import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Letter } from './letters.ts'
import styles from './mail.module.css'

/** A letter that waits to be handed on by hand. */
export function ReadLetter({ letter, close }: { letter: Letter | null; close: () => void }) {
  const { t } = useTranslation('mail')
  const { t: frame } = useTranslation()
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async () => {
    await navigator.clipboard.writeText(letter?.text ?? '')
    setCopied(letter?.id ?? null)
  }
  return (
    <Dialog
      open={letter !== null}
      onClose={close}
      closeButton={frame('close')}
      aria-labelledby="read-letter"
      className={styles.letter ?? ''}
    >
      <Heading level={2} data-size="xs" id="read-letter">
        {letter?.subject}
      </Heading>
      <Paragraph className="ts-muted">
        {t('to')}: {letter?.recipient}
      </Paragraph>
      <pre className={styles.text}>{letter?.text}</pre>
      <div className={styles.buttons}>
        <Button onClick={copy}>{t('copy')}</Button>
        <p role="status">{copied !== null && copied === letter?.id && t('copied')}</p>
      </div>
    </Dialog>
  )
}
