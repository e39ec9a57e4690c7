import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

/** A round's results, as `results.get` gives them. */
export type Results = inferOutput<typeof trpc.results.get>
export type ResultRow = Results['rows'][number]
export type Publication = inferOutput<typeof trpc.results.publications>[number]
