import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { placeFor } from '../place.ts'
import type { Action } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import type { EntryRow, RoundRow } from '../standing.ts'

/** An entry of a round that goes on, once the policy allows the asker the change. @throws Refusal */
export async function entryToChange(
  ctx: Context,
  tx: Tx,
  action: Action,
  named: { round: string; entry: string },
): Promise<{ round: RoundRow; entry: EntryRow }> {
  const { round, entry } = await placeFor(ctx, tx, action, named)
  if (entry === null) throw new Error(`${action} is not about an entry.`)
  if (round.kind === 'record' || (round.state !== 'open' && round.state !== 'evaluated'))
    throw new Refusal('wrong-state', `The round is ${round.state}; entries change while it is open.`)
  if (entry.row.joinedTo !== null)
    throw new Refusal('wrong-state', 'The entry takes part as one with others. Part them first.')
  return { round, entry: entry.row }
}
