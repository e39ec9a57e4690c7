import { useQueryClient } from '@tanstack/react-query'
import { trpc } from '../api.ts'

/** Asks again for what a change of the stages changes: the timeline, and what people may do in the round. */
export function useChanged(): () => Promise<void> {
  const cache = useQueryClient()
  return async () => {
    await Promise.all([
      cache.invalidateQueries({ queryKey: trpc.stages.pathKey() }),
      cache.invalidateQueries({ queryKey: trpc.rounds.pathKey() }),
    ])
  }
}
