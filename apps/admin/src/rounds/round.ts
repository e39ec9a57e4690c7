import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

/** A round with its rubric, as `rounds.get` gives it. */
export type Round = inferOutput<typeof trpc.rounds.get>
/** A round in the list. */
export type RoundRow = inferOutput<typeof trpc.rounds.list>[number]
