import type { inferInput, inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

/** When what happens in a round, as `stages.timeline` gives it. */
export type Timeline = inferOutput<typeof trpc.stages.timeline>
export type StageLine = Timeline['stages'][number]
export type LogLine = Timeline['log'][number]
export type Preview = inferOutput<typeof trpc.stages.preview>
export type Times = inferInput<typeof trpc.stages.move>['stages'][string]

/** A change of a stage, as the address and the choice name it: `survey.closed`. */
export type Moment = { kind: string; change: 'opened' | 'closed' | 'repliesEnded' }

export const nameOfMoment = ({ kind, change }: Moment): string => `${kind}.${change}`

/** Every change that the round's stages can have. */
export const momentsIn = (stages: readonly StageLine[]): Moment[] =>
  stages.flatMap(({ kind, replyUntil }) => [
    { kind, change: 'opened' as const },
    { kind, change: 'closed' as const },
    ...(replyUntil === null ? [] : [{ kind, change: 'repliesEnded' as const }]),
  ])
