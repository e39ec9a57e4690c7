import { useMutation } from '@tanstack/react-query'
import type { inferInput, inferOutput } from '@trpc/tanstack-react-query'
import { useRef, useState } from 'react'
import { trpc } from '../api.ts'
import { sendFile } from '../ui/send-file.ts'

export type Read = inferOutput<typeof trpc.entries.preview>
type Input = inferInput<typeof trpc.entries.preview>
export type Mapping = NonNullable<Input['mapping']>

export type Previewing = {
  read: Read | null
  /** What was read was pasted, so it has no file name. */
  pasted: boolean
  error: unknown
  busy: boolean
  /** Share of the file that has been sent; null while nothing is. */
  sent: number | null
  file: (file: File) => void
  text: (text: string) => void
  /** Chooses what one column is; the whole file is read again. */
  remap: (header: string, target: string | null) => void
  cancel: () => void
}

/** Sends a file or pasted text to be read against the round, as often as its columns are mapped anew. */
export function usePreview(round: string): Previewing {
  const [source, setSource] = useState<{ uploadId: string } | { text: string } | null>(null)
  const [mapping, setMapping] = useState<Mapping>({})
  const [sent, setSent] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const sending = useRef<AbortController>(null)
  const preview = useMutation(trpc.entries.preview.mutationOptions({ onError: setError }))

  const look = (from: { uploadId: string } | { text: string }, chosen: Mapping) => {
    setError(null)
    setSource(from)
    setMapping(chosen)
    preview.mutate({ round, ...from, mapping: chosen })
  }
  const send = async (file: File) => {
    const controller = new AbortController()
    sending.current = controller
    setError(null)
    setSent(0)
    try {
      const signal = controller.signal
      const { uploadId } = await sendFile<{ uploadId: string }>('/api/upload', file, {
        signal,
        onProgress: setSent,
      })
      look({ uploadId }, {})
    } catch (problem) {
      if (!controller.signal.aborted) setError(problem)
    } finally {
      setSent(null)
    }
  }
  return {
    read: source === null ? null : (preview.data ?? null),
    pasted: source !== null && 'text' in source,
    error,
    busy: preview.isPending,
    sent,
    file: file => void send(file),
    text: text => look({ text }, {}),
    remap: (header, target) => source && look(source, { ...mapping, [header]: target }),
    cancel: () => sending.current?.abort(),
  }
}
