import { Button, Details, Textfield } from '@digdir/designsystemet-react'
import { FileTextIcon, UploadIcon } from '@navikt/aksel-icons'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './import.module.css'
import type { Previewing } from './use-preview.ts'

/** Drop a file, choose one, or paste a table. */
export function ImportSource({ preview, fileName }: { preview: Previewing; fileName: string | null }) {
  const { t } = useTranslation('entries')
  const { t: frame } = useTranslation()
  const [over, setOver] = useState(false)
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) preview.file(file)
    else if (event.dataTransfer.getData('text')) preview.text(event.dataTransfer.getData('text'))
  }
  return (
    <section className={styles.panel} aria-labelledby="source">
      <h3 id="source">{t('import.source')}</h3>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same. */}
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
        {fileName === null ? <UploadIcon aria-hidden /> : <FileTextIcon aria-hidden />}
        <p>
          {fileName === null
            ? t('import.drop')
            : t('import.read', { name: preview.pasted ? t('import.pasted') : fileName })}
        </p>
        <input
          ref={input}
          type="file"
          hidden
          tabIndex={-1}
          aria-label={t('import.choose')}
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          onChange={event => {
            const [file] = event.target.files ?? []
            if (file) preview.file(file)
            event.target.value = ''
          }}
        />
        <Button variant={fileName === null ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
          {t(fileName === null ? 'import.choose' : 'import.another')}
        </Button>
        <p className={styles.note}>{t('import.kinds')}</p>
      </div>
      {preview.sent !== null && (
        <div className={styles.sending} role="status">
          <progress value={preview.sent} max={1} aria-label={t('import.sending')} />
          <span>{t('import.sending')}</span>
          <Button variant="tertiary" onClick={preview.cancel}>
            {frame('cancel')}
          </Button>
        </div>
      )}
      {preview.busy && <p role="status">{t('import.reading')}</p>}
      <Details>
        <Details.Summary>{t('import.paste')}</Details.Summary>
        <Details.Content>
          <div className={styles.paste}>
            <Textfield
              label={t('import.pasteLabel')}
              description={t('import.pasteHelp')}
              multiline
              rows={6}
              value={text}
              onChange={event => setText(event.target.value)}
            />
            <Button
              variant="secondary"
              disabled={text.trim() === '' || preview.busy}
              onClick={() => preview.text(text)}
            >
              {t('import.pasteRead')}
            </Button>
          </div>
        </Details.Content>
      </Details>
    </section>
  )
}
