import type { Context, Installation } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { keyOf, type Planned, plannedIn } from './planned.ts'
import { runningRounds, stagesOf } from './queries.ts'

/** The kind of the jobs that do what a round has planned. */
export const STAGE = 'stage'

/** Has everything done that is planned, in the transaction that plans it. What has been done stays done. */
export async function schedule(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  after: readonly Planned[],
  before: readonly Planned[] = [],
): Promise<void> {
  const keys = new Set(after.map(keyOf))
  for (const one of before) if (!keys.has(keyOf(one))) await ctx.jobs.withdraw(tx, keyOf(one))
  for (const one of after)
    await ctx.jobs.enqueue(tx, { kind: STAGE, payload: one, key: keyOf(one), dueAt: one.at })
}

/** Sees to it that nothing planned is forgotten: of rounds that were opened before their changes were jobs, or whose failed. */
export async function scheduleAll(installation: Installation): Promise<void> {
  const { db } = installation
  for (const round of await runningRounds(db)) {
    const planned = plannedIn(round, await stagesOf(db, round.id))
    await db.transaction().execute(tx => schedule(installation, tx, planned))
  }
}
