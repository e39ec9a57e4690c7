import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import type { StageChangeTable } from '../db/taking-part.ts'
import { moveRound, ownRound, type RoundRow, refuseStale } from '../rounds/service.ts'
import type { ChangeDetail } from './change-detail.ts'
import { plannedIn } from './planned.ts'
import { holdRound, insertChange, type StageRow, stagesOf } from './queries.ts'
import { schedule } from './schedule.ts'

export type Held = { round: RoundRow; stages: readonly StageRow[] }

/** One line of the log. */
export type Line = {
  stage: string
  change: StageChangeTable['change']
  reason: string | null
  detail: ChangeDetail
}

/** What a change came to: the round and its stages as they now stand, and what the log says of it. */
export type Rearranged = {
  round?: RoundRow
  stages?: readonly StageRow[]
  lines: readonly Line[]
  detail: unknown
}

type Wanted = { action: string; round: string; version?: number }

/**
 * Changes when things happen in a round that runs: nobody else changes it meanwhile, the log has a line, what is planned
 * is planned anew, and those who look on hear of it.
 */
export async function rearrange(
  ctx: Context,
  { action, round: id, version }: Wanted,
  change: (tx: Tx, held: Held) => Promise<Rearranged>,
): Promise<{ version: number }> {
  const result = await audited(ctx, action, async tx => {
    await holdRound(tx, ctx.dialect, id)
    const round = await ownRound(ctx, tx, { id, states: ['open', 'evaluated'] })
    if (version !== undefined && version !== round.version) await refuseStale(tx, id)
    const stages = await stagesOf(tx, id)
    const { lines, detail, ...after } = await change(tx, { round, stages })
    await moveRound(tx, round, {})
    for (const [i, { reason, detail, ...line }] of lines.entries())
      await insertChange(tx, {
        ...line,
        key: `${action}/${id}/${round.version}/${i}`,
        roundId: id,
        scheduledFor: null,
        at: ctx.now(),
        by: ctx.user?.id ?? null,
        reason,
        detail: JSON.stringify(detail),
      })
    const planned = plannedIn(after.round ?? round, after.stages ?? stages)
    await schedule(ctx, tx, planned, plannedIn(round, stages))
    return { subject: `round/${id}`, detail, result: { version: round.version + 1 } }
  })
  ctx.live.announce(`round/${id}`)
  return result
}
