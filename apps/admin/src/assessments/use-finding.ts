import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AnswerValue } from '@tumstock/rubric/answers'
import { useRef, useState } from 'react'
import { client, trpc } from '../api.ts'
import { refusalOf } from '../refused.ts'
import type { Finding, FindingLayer } from './assessing.ts'
import { type Draft, draftOf, isSaved, type Wish, wishOf } from './draft.ts'

type Where = { round: string; entry: string; question: string; layer: FindingLayer }

/** What stands instead, when somebody else was faster. */
export type Standing = { value: AnswerValue | null; version: number; author: { name: string } | null }

export type FindingState = {
  draft: Draft
  /** Puts something in; it is saved as soon as nothing is lacking. */
  change: (part: Partial<Draft>) => void
  clear: () => void
  saving: boolean
  /** When it was last saved here; null while it was not. */
  savedAt: string | null
  error: Error | null
  again: () => void
  conflict: Standing | null
  /** Takes over what stands. */
  keepTheirs: () => Promise<Draft>
  useMine: () => void
}

/** One finding in the making: saved by itself, one save after another, and over nobody's that was not seen. */
export function useFinding(where: Where, finding: Finding | null): FindingState {
  const cache = useQueryClient()
  const version = useRef(finding?.version ?? 0)
  const [draft, setDraft] = useState(() => draftOf(finding))
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const { round, entry } = where
  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: trpc.assessments.sheet.queryKey({ round, entry }) }),
      cache.invalidateQueries({ queryKey: trpc.assessments.queue.queryKey({ round }) }),
    ])
  const save = useMutation({
    // One after another, each with the version that the one before it got.
    scope: { id: `finding/${entry}/${where.question}/${where.layer}` },
    mutationFn: (wish: Wish | { verdict: null }) =>
      client.assessments.find.mutate({ ...where, ...writable(wish), version: version.current }),
    onSuccess: done => {
      version.current = done.version
      setSavedAt(done.at)
      return refresh()
    },
  })
  const conflict = standingOf(save.error)
  const send = (next: Draft) => {
    const wish = wishOf(next)
    if (wish && !isSaved(wish, finding)) save.mutate(wish)
  }
  return {
    draft,
    change: part => {
      const next = { ...draft, ...part }
      setDraft(next)
      // What somebody else found is looked at first.
      if (conflict === null) send(next)
    },
    clear: () => {
      setDraft(draftOf(null))
      save.mutate({ verdict: null })
    },
    saving: save.isPending,
    savedAt,
    error: conflict === null ? save.error : null,
    again: () => send(draft),
    conflict,
    keepTheirs: async () => {
      const fresh = await cache.fetchQuery({
        ...trpc.assessments.sheet.queryOptions({ round, entry }),
        staleTime: 0,
      })
      const theirs = fresh.items.find(one => one.question === where.question)?.[where.layer] ?? null
      version.current = theirs?.version ?? 0
      const next = draftOf(theirs)
      setDraft(next)
      save.reset()
      return next
    },
    useMine: () => {
      version.current = conflict?.version ?? 0
      const wish = wishOf(draft)
      if (wish) save.mutate(wish)
    },
  }
}

/** Lists are read-only here and plain on the wire. */
const writable = (wish: Wish | { verdict: null }) =>
  wish.verdict === 'differ'
    ? { ...wish, value: Array.isArray(wish.value) ? [...wish.value] : (wish.value as string | number | null) }
    : wish

function standingOf(error: unknown): Standing | null {
  const reason = refusalOf(error)
  return reason?.code === 'stale' ? (reason.standing ?? null) : null
}
