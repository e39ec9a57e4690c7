import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type AnalysisData, type Ask, AskFailed, type Outcome, type Task } from './ask.ts'
import { inWorkers } from './in-workers.ts'
import { onServer } from './on-server.ts'
import { type ProgressStore, progressStore } from './progress-store.ts'

/** An outcome and what was asked for it: it is shown until the next one is there. */
export type Computed<T extends Task> = { ask: Ask<T>; outcome: Outcome<T> }

export type Computing<T extends Task> = {
  /** The last that was computed; undefined until there is one. */
  last: Computed<T> | undefined
  /** Whether `last` answers what is asked now. */
  current: boolean
  busy: boolean
  /** Share that is done. */
  progress: ProgressStore
  cancelled: boolean
  error: AskFailed | Error | null
  cancel: () => void
  again: () => void
}

/** Nothing about an answer goes out of date: the same request about the same results has the same answer. */
const FOR_GOOD = {
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
  networkMode: 'always',
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const

const MINUTES = 60_000

type About = { data: AnalysisData; results: { generatedAt: string } }

/** Computes what is asked beside the page, or on the server where the round is too large to be sent. @param ask null: not yet */
export function useOutcome<T extends Task>({ data, results }: About, ask: Ask<T> | null): Computing<T> {
  const queries = useQueryClient()
  const [progress] = useState(progressStore)
  const [kept, setKept] = useState<Computed<T>>()
  const about = data.where === 'browser' ? data.inputHash : results.generatedAt
  const queryKey = ['sure', about, ask]
  const query = useQuery<Computed<T>>({
    queryKey,
    queryFn: async ({ signal }) => {
      if (!ask) throw new AskFailed('nothing is asked', null)
      progress.set(0)
      const told = { signal, onProgress: progress.set }
      const outcome = await (data.where === 'browser' ? inWorkers(data, ask, told) : onServer(ask, told))
      return { ask, outcome }
    },
    enabled: ask !== null,
    structuralSharing: false,
    gcTime: 5 * MINUTES,
    placeholderData: keepPreviousData,
    ...FOR_GOOD,
  })
  if (query.data && query.data !== kept) setKept(query.data)
  const busy = query.fetchStatus === 'fetching'
  return {
    last: query.data ?? kept,
    current: query.isSuccess && !query.isPlaceholderData,
    busy,
    progress,
    cancelled: ask !== null && !busy && !query.isError && (query.isPending || query.isPlaceholderData),
    error: query.error,
    cancel: () => void queries.cancelQueries({ queryKey }),
    again: () => void query.refetch(),
  }
}
