import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { refusalOf } from '../refused.ts'
import type { Round } from '../rounds/round.ts'
import { applied, type Draft, draftOf, isEmpty, type Patch } from './draft.ts'
import { createDraftStore, type DraftState } from './draft-store.ts'
import type { Weights } from './what-if.ts'

const PAUSE = 500

export type Editing = {
  round: Round
  state: DraftState
  draft: Draft
  /** Opened rounds and readers: settings are shown, and weights can be tried without being saved. */
  readOnly: boolean
  change: (about: string, patch: Patch) => void
  undo: (id: number) => void
  retry: () => void
  /** Fetches what somebody else saved; own unsaved changes go on top or are dropped. */
  takeOver: (keep: boolean) => void
  flush: () => Promise<void>
}

const Context = createContext<Editing | null>(null)
export const EditingProvider = Context.Provider

export function useEditing(): Editing {
  const editing = useContext(Context)
  if (!editing) throw new Error('a step of the set-up stands outside of it')
  return editing
}

export function useDraft(round: Round, tried: Weights | undefined): Editing {
  const readOnly = round.state !== 'draft' || !round.mayChange
  const cache = useQueryClient()
  const { i18n } = useTranslation()
  const lang = i18n.language
  const { mutateAsync } = useMutation(trpc.rounds.configure.mutationOptions())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [store] = useState(() =>
    createDraftStore({
      draft: applied(draftOf(round), readOnly && tried ? { weights: { ...tried } } : {}),
      version: round.version,
      isStale: error => refusalOf(error)?.code === 'stale',
      later: run => {
        clearTimeout(timer.current)
        if (!readOnly) timer.current = setTimeout(run, PAUSE)
      },
      save: async (version, patch) => {
        const answer = await mutateAsync({ id: round.id, version, patch })
        cache.invalidateQueries({ queryKey: trpc.rounds.get.queryKey() })
        cache.invalidateQueries({ queryKey: trpc.rounds.list.queryKey() })
        if (patch.questions || patch.categories)
          cache.invalidateQueries({ queryKey: trpc.results.data.queryKey({ round: round.id }) })
        return answer
      },
    }),
  )
  const state = useSyncExternalStore(store.subscribe, store.getState)
  // Saved in another window while nothing waits here: theirs is simply the newer one.
  useEffect(() => {
    const { version, saving } = store.getState()
    if (round.version > version && saving === 'saved') store.takeOver(draftOf(round), round.version, true)
  }, [round, store])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { saving } = store.getState()
      if (!readOnly && saving !== 'saved') event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      if (!readOnly) void store.flush()
    }
  }, [store, readOnly])

  return useMemo(
    () => ({
      round,
      state,
      draft: state.draft,
      readOnly,
      change: store.change,
      undo: store.undo,
      retry: () => void store.retry(),
      flush: store.flush,
      takeOver: async keep => {
        const query = trpc.rounds.get.queryOptions({ id: round.id, lang }, { staleTime: 0 })
        const theirs = await cache.fetchQuery(query)
        await store.takeOver(draftOf(theirs), theirs.version, keep)
      },
    }),
    [round, state, readOnly, store, cache, lang],
  )
}

export const hasUnsaved = ({ saving, unsent }: DraftState): boolean => saving !== 'saved' || !isEmpty(unsent)
