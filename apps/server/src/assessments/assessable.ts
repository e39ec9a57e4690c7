import { Refusal } from '../refusal.ts'
import type { EntryRow, RoundRow } from '../standing.ts'

/** Findings are made until the results are out, of those who take part. @throws Refusal `wrong-state` */
export function refuseUnassessable(round: RoundRow, entry: EntryRow): void {
  if (round.state !== 'open' && round.state !== 'evaluated')
    throw new Refusal(
      'wrong-state',
      `The round is ${round.state}; findings are made while it is open or evaluated.`,
    )
  if (entry.state !== 'accepted')
    throw new Refusal('wrong-state', `The entry is ${entry.state}; only those that take part are assessed.`)
}
