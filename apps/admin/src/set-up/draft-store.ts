import { applied, type Draft, inverse, isEmpty, merged, type Patch } from './draft.ts'

/** A change that was made here and can be taken back. `about` is the path of what it changed. */
export type Step = { id: number; about: string; patch: Patch; back: Patch }

export type Saving = 'saved' | 'waiting' | 'saving' | 'stale' | 'failed'

export type DraftState = {
  draft: Draft
  /** The version that the server had when it last answered. */
  version: number
  saving: Saving
  /** Why the last save did not work. */
  error: unknown
  /** Changes of this visit, oldest first. */
  steps: readonly Step[]
  /** What is not saved yet. */
  unsent: Patch
}

export type Saver = (version: number, patch: Patch) => Promise<{ version: number }>

type Options = {
  draft: Draft
  version: number
  save: Saver
  isStale: (error: unknown) => boolean
  /** Calls back after a pause in the changes. */
  later: (run: () => void) => void
}

/**
 * The settings of a draft while they are worked on: every change shows at once, goes to the server after a short pause
 * with the version it was made on, and can be taken back. A save that comes too late keeps what was typed.
 */
export function createDraftStore({ draft, version, save, isStale, later }: Options) {
  let state: DraftState = { draft, version, saving: 'saved', error: null, steps: [], unsent: {} }
  let count = 0
  const listeners = new Set<() => void>()
  const set = (change: Partial<DraftState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  const put = (patch: Patch, change: Partial<DraftState>) => {
    const held = state.saving === 'stale' || state.saving === 'saving'
    set({
      draft: applied(state.draft, patch),
      unsent: merged(state.unsent, patch),
      ...(!held && { saving: 'waiting' as const }),
      ...change,
    })
    later(() => void flush())
  }

  const flush = async (): Promise<void> => {
    if (state.saving === 'saving' || state.saving === 'stale' || isEmpty(state.unsent)) return
    const sent = state.unsent
    set({ saving: 'saving', unsent: {}, error: null })
    try {
      const answer = await save(state.version, sent)
      set({ version: answer.version, saving: isEmpty(state.unsent) ? 'saved' : 'waiting' })
    } catch (error) {
      set({ saving: isStale(error) ? 'stale' : 'failed', error, unsent: merged(sent, state.unsent) })
      return
    }
    await flush()
  }

  return {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Changes something. Changes of one thing in a row count as one step. */
    change: (about: string, patch: Patch) => {
      const last = state.steps.at(-1)
      const step =
        last?.about === about
          ? { ...last, patch: merged(last.patch, patch) }
          : { id: ++count, about, patch, back: inverse(state.draft, patch) }
      const before = last?.about === about ? state.steps.slice(0, -1) : state.steps
      put(patch, { steps: [...before, step] })
    },
    /** Takes one step back; later ones stay. */
    undo: (id: number) => {
      const step = state.steps.find(one => one.id === id)
      if (step) put(step.back, { steps: state.steps.filter(one => one.id !== id) })
    },
    flush,
    /** Saves again what could not be saved. */
    retry: () => {
      set({ saving: 'waiting' })
      return flush()
    },
    /** Somebody else's newer settings; what is unsaved here goes on top, or is dropped. */
    takeOver: (theirs: Draft, newer: number, keep: boolean) => {
      const unsent = keep ? state.unsent : {}
      set({
        draft: applied(theirs, unsent),
        version: newer,
        unsent,
        saving: isEmpty(unsent) ? 'saved' : 'waiting',
        error: null,
        ...(!keep && { steps: [] }),
      })
      return flush()
    },
  }
}
