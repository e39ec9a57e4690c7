import { Button, ValidationMessage } from '@digdir/designsystemet-react'
import { UploadIcon } from '@navikt/aksel-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { sendFile } from '../ui/send-file.ts'
import type { FindingLayer } from './assessing.ts'
import styles from './assessments.module.css'

type Props = { round: string; entry: string; id: string; layer: FindingLayer }

const MOST = 20 * 1024 * 1024

/** Puts a file behind a finding; it is sent with its progress and can be called off. */
export function EvidenceAdd(where: Props) {
  const { t } = useTranslation('assessing')
  const { t: frame } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { sent, problem, send, cancel } = useSending(where)
  return (
    <div className={styles.buttons}>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={t('find.addFile')}
        onChange={event => {
          const [file] = event.target.files ?? []
          if (file) send(file)
          event.target.value = ''
        }}
      />
      {sent === null ? (
        <Button variant="secondary" data-size="sm" onClick={() => input.current?.click()}>
          <UploadIcon aria-hidden />
          {t('find.addFile')}
        </Button>
      ) : (
        <span role="status" className={styles.buttons}>
          <progress value={sent} max={1} aria-label={t('find.sendingFile')} />
          {t('find.sendingFile')}
          <Button variant="tertiary" data-size="sm" onClick={cancel}>
            {frame('cancel')}
          </Button>
        </span>
      )}
      {problem !== null && <ValidationMessage role="alert">{problem}</ValidationMessage>}
    </div>
  )
}

function useSending({ round, entry, id, layer }: Props) {
  const { t } = useTranslation('assessing')
  const cache = useQueryClient()
  const [sent, setSent] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const sending = useRef<AbortController>(null)
  const send = async (file: File) => {
    if (file.size > MOST) return setProblem(t('find.tooLarge'))
    const controller = new AbortController()
    sending.current = controller
    setProblem(null)
    setSent(0)
    try {
      const path = `/api/evidence?${new URLSearchParams({ round, entry, question: id, layer })}`
      await sendFile(path, file, { signal: controller.signal, onProgress: setSent })
      await cache.invalidateQueries({ queryKey: trpc.assessments.sheet.queryKey({ round, entry }) })
    } catch (error) {
      if (!controller.signal.aborted)
        setProblem(error instanceof Error && error.message !== '' ? error.message : t('find.notSentFile'))
    } finally {
      setSent(null)
    }
  }
  return { sent, problem, send: (file: File) => void send(file), cancel: () => sending.current?.abort() }
}
