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

/** The days on which answers came in, from the day on which the survey opened, with nothing yet. */
export function fromOpening(
  days: Dashboard['days'],
  openedAt: string | null,
  timeZone: string,
): Dashboard['days'] {
  const [first] = days
  if (!first || openedAt === null) return days
  // The one locale that writes a day as 2026-12-31.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(openedAt))
  return day < first.day ? [{ day, submitted: 0 }, ...days] : days
}
