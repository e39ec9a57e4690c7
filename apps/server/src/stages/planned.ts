import type { RoundTable, StageTable } from '../db/schema.ts'
import { endOf } from '../standing.ts'

/** Something that happens by itself when its time comes. */
export type Planned = {
  round: string
  stage: string
  change: 'opened' | 'closed' | 'repliesEnded' | 'released'
  /** ISO-8601 UTC. */
  at: string
}

type Plan = Pick<RoundTable, 'id' | 'state' | 'releaseAt'>
type Times = Pick<StageTable, 'kind' | 'opensAt' | 'closesAt' | 'graceMinutes' | 'replyUntil'>

/** One job, and one line of the log, for each. */
export const keyOf = ({ round, stage, change, at }: Planned): string =>
  `stage/${round}/${stage}/${change}/${at}`

/** All that happens in a round by itself, in the order in which it does. A draft plans nothing, and what is out is over. */
export function plannedIn(round: Plan, stages: readonly Times[]): Planned[] {
  if (round.state !== 'open' && round.state !== 'evaluated') return []
  const of = (stage: string, change: Planned['change'], at: string | null): Planned[] =>
    at === null ? [] : [{ round: round.id, stage, change, at }]
  return [
    ...stages.flatMap(stage => [
      ...of(stage.kind, 'opened', stage.opensAt),
      ...(stage.opensAt === null ? [] : of(stage.kind, 'closed', endOf(stage))),
      ...of(stage.kind, 'repliesEnded', stage.replyUntil),
    ]),
    ...of('publication', 'released', round.releaseAt),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
