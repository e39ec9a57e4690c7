import { Button, ValidationMessage } from '@digdir/designsystemet-react'
import { UploadIcon } from '@navikt/aksel-icons'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './evidence.module.css'
import type { About, Evidence } from './evidence.ts'
import { useSending } from './use-sending.ts'

/** What the server takes; it looks at what is in the file, not at its name. */
const TYPES = ['pdf', 'png', 'jpg', 'jpeg', 'webp', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'csv', 'txt']

type Props = { about: About; added: (evidence: Evidence) => Promise<unknown> }

/** Drop a file or choose one; it is sent with its progress and can be called off. */
export function AddFile({ about, added }: Props) {
  const { t } = useTranslation('evidence')
  const { t: frame } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { sent, problem, send, cancel } = useSending(about, added)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) send(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same.
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={t('file')}
        accept={TYPES.map(type => `.${type}`).join(',')}
        onChange={event => {
          const [file] = event.target.files ?? []
          if (file) send(file)
          event.target.value = ''
        }}
      />
      {sent === null ? (
        <Button variant="secondary" data-size="sm" title={t('kinds')} onClick={() => input.current?.click()}>
          <UploadIcon aria-hidden />
          {t('file')}
        </Button>
      ) : (
        <div className={styles.sending} role="status">
          <progress value={sent} max={1} aria-label={t('sending')} />
          <span>{t('sending')}</span>
          <Button variant="tertiary" data-size="sm" onClick={cancel}>
            {frame('cancel')}
          </Button>
        </div>
      )}
      {problem !== null && <ValidationMessage role="alert">{problem}</ValidationMessage>}
    </div>
  )
}
