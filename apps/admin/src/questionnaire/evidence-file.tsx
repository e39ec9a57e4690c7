import { Button, ValidationMessage } from '@digdir/designsystemet-react'
import { UploadIcon } from '@navikt/aksel-icons'
import { useQueryClient } from '@tanstack/react-query'
import type { Question } from '@tumstock/rubric/contract'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { sendFile } from '../ui/send-file.ts'
import type { Evidence } from './answered.ts'
import { useAnswering } from './answering.ts'
import styles from './questionnaire.module.css'

/** What the server takes; it looks at what is in the file, not at its name. */
const TYPES = ['pdf', 'png', 'jpg', 'jpeg', 'webp', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'csv', 'txt']
const MOST = 20 * 1024 * 1024

/** Drop a file or choose one; it is sent with its progress and can be called off. */
export function EvidenceFile({ name, question }: { name: string; question: Question }) {
  const { t } = useTranslation('answering')
  const { t: frame } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { sent, problem, send, cancel } = useSending(name, question)
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
        aria-label={t('evidence.file')}
        accept={TYPES.map(type => `.${type}`).join(',')}
        onChange={event => {
          const [file] = event.target.files ?? []
          if (file) send(file)
          event.target.value = ''
        }}
      />
      {sent === null ? (
        <Button variant="secondary" data-size="sm" onClick={() => input.current?.click()}>
          <UploadIcon aria-hidden />
          {t('evidence.file')}
        </Button>
      ) : (
        <div className={styles.sending} role="status">
          <progress value={sent} max={1} aria-label={t('evidence.sending')} />
          <span>{t('evidence.sending')}</span>
          <Button variant="tertiary" data-size="sm" onClick={cancel}>
            {frame('cancel')}
          </Button>
        </div>
      )}
      {problem !== null && <ValidationMessage role="alert">{problem}</ValidationMessage>}
    </div>
  )
}

function useSending(name: string, question: Question) {
  const { t } = useTranslation('answering')
  const { round, view, shown, change } = useAnswering()
  const cache = useQueryClient()
  const [sent, setSent] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const sending = useRef<AbortController>(null)
  const entry = view.entry.id
  const send = async (file: File) => {
    if (file.size > MOST) return setProblem(t('evidence.tooLarge'))
    const controller = new AbortController()
    sending.current = controller
    setProblem(null)
    setSent(0)
    try {
      const path = `/api/evidence?${new URLSearchParams({ round, entry, question: name, layer: 'claim' })}`
      const { title } = await sendFile<Evidence>(path, file, {
        signal: controller.signal,
        onProgress: setSent,
      })
      if (question.type === 'file' && (shown[name] ?? null) === null) change(name, title)
      await cache.invalidateQueries({ queryKey: trpc.answers.questionnaire.queryKey({ round, entry }) })
    } catch (error) {
      if (!controller.signal.aborted)
        setProblem(error instanceof Error && error.message !== '' ? error.message : t('evidence.notSent'))
    } finally {
      setSent(null)
    }
  }
  return { sent, problem, send: (file: File) => void send(file), cancel: () => sending.current?.abort() }
}
