import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '../api.ts'

/** Names of units on a day, by register id; their ids until they are here. */
export const useUnitNames = (ids: readonly string[], date: string): ((id: string) => string) => {
  const asked = useMemo(() => [...new Set(ids)].sort(), [ids])
  const found = useQuery(
    trpc.units.positions.queryOptions({ ids: asked, date }, { enabled: asked.length > 0 }),
  )
  return useMemo(() => {
    const names = new Map(found.data?.map(({ id, name }) => [id, name]))
    return id => names.get(id) ?? id
  }, [found.data])
}
