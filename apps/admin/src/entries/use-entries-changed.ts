import { useQueryClient } from '@tanstack/react-query'
import { trpc } from '../api.ts'

/** What a decision about an entry may have changed is read again. */
export const useEntriesChanged = () => {
  const cache = useQueryClient()
  return () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: trpc.entries.pathKey() }),
      cache.invalidateQueries({ queryKey: trpc.rounds.pathKey() }),
      cache.invalidateQueries({ queryKey: trpc.results.pathKey() }),
      cache.invalidateQueries({ queryKey: trpc.shortlist.pathKey() }),
    ])
}
