import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendFile } from '../ui/send-file.ts'
import type { About, Evidence } from './evidence.ts'

const MOST = 20 * 1024 * 1024

/** Sends a file to be evidence; `sent` is the share that has gone out, null while none goes. */
export function useSending(about: About, added: (evidence: Evidence) => Promise<unknown>) {
  const { t } = useTranslation('evidence')
  const [sent, setSent] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const sending = useRef<AbortController>(null)
  const send = async (file: File) => {
    if (file.size > MOST) return setProblem(t('tooLarge'))
    const controller = new AbortController()
    sending.current = controller
    setProblem(null)
    setSent(0)
    try {
      const path = `/api/evidence?${new URLSearchParams(about)}`
      await added(await sendFile<Evidence>(path, file, { signal: controller.signal, onProgress: setSent }))
    } catch (error) {
      if (!controller.signal.aborted)
        setProblem(error instanceof Error && error.message !== '' ? error.message : t('notSent'))
    } finally {
      setSent(null)
    }
  }
  return { sent, problem, send: (file: File) => void send(file), cancel: () => sending.current?.abort() }
}
