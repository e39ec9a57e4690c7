import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { Results } from '@tumstock/engine/results'
import { useMemo } from 'react'
import { trpc } from '../api.ts'
import { draftOf } from './draft.ts'
import { useEditing } from './use-draft.ts'
import { effectiveWeights } from './weight-rows.ts'
import { type Moves, movesOf, type Prepared, prepare, tryWeights } from './what-if.ts'

type Data = inferOutput<typeof trpc.results.data>

export type WhatIf =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown; retry: () => void }
  | { state: 'impossible'; why: 'functions' | 'no-data' | 'bad-data' | 'no-ranks' }
  | {
      state: 'ready'
      from: Data['from']
      names: Data['names']
      before: Results
      after: Results | null
      moves: Moves | null
    }

/** The ranking of the last data under the weights at hand, against those that stood before. Computed here, on each move. */
export function useWhatIf(): WhatIf {
  const { round, draft } = useEditing()
  const query = useQuery(trpc.results.data.queryOptions({ round: round.id }, { staleTime: 300_000 }))
  const prepared = useMemo(() => (query.data ? tried(query.data) : null), [query.data])
  // A draft is seen against its edition, an opened round against what it was opened with.
  const reference = useMemo(() => (round.state === 'draft' ? {} : draftOf(round).weights), [round])
  const before = useMemo(
    () =>
      prepared && !('impossible' in prepared)
        ? tryWeights(prepared, effectiveWeights(round.rubric, round.base, reference))
        : null,
    [prepared, round.rubric, round.base, reference],
  )
  const after = useMemo(
    () =>
      prepared && !('impossible' in prepared)
        ? tryWeights(prepared, effectiveWeights(round.rubric, round.base, draft.weights))
        : null,
    [prepared, round.rubric, round.base, draft.weights],
  )
  const moves = useMemo(() => (before && after ? movesOf(before, after) : null), [before, after])
  if (query.isError) return { state: 'failed', error: query.error, retry: () => void query.refetch() }
  if (!query.data || !prepared) return { state: 'loading' }
  if ('impossible' in prepared) return { state: 'impossible', why: prepared.impossible }
  if (!before?.rank.some(rank => rank > 0))
    return { state: 'impossible', why: before ? 'no-ranks' : 'bad-data' }
  return { state: 'ready', from: query.data.from, names: query.data.names, before, after, moves }
}

/** Rows of another edition may not fit this one at all; the server leaves out what it knows does not. */
const tried = ({ rubric, rows }: Data): Prepared | { impossible: 'bad-data' } => {
  try {
    return prepare(rubric, rows)
  } catch (error) {
    if (error instanceof Error && error.name === 'RubricError') return { impossible: 'bad-data' }
    throw error
  }
}
