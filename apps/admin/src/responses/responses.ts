import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type Dashboard = inferOutput<typeof trpc.responses.dashboard>
export type Group = Dashboard['all']
export type Waiting = Dashboard['waiting'][number]
export type Preview = inferOutput<typeof trpc.reminders.preview>
export type WaitingState = 'asked' | 'accepted' | 'started'
export const WAITING_STATES: readonly WaitingState[] = ['asked', 'accepted', 'started']

/** The part that has submitted, 0 to 1; null where there is nobody. */
export const shareOf = ({ submitted, all }: Pick<Group, 'submitted' | 'all'>): number | null =>
  all === 0 ? null : submitted / all
