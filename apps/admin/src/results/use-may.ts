import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'

/** What this reader may do with a round's results; the server asks again at every request. */
export const useMay = (round: Pick<Round, 'mayChange'>): { run: boolean; readAnswers: boolean } => {
  const me = useQuery(trpc.people.me.queryOptions()).data
  const can = (action: string) => me?.can.some(one => one === action) ?? false
  return { run: round.mayChange && can('results.evaluate'), readAnswers: can('results.explain') }
}
