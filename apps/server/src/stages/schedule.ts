import type { Context, Installation } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { keyOf, type Planned, plannedIn } from './planned.ts'
import { runningRounds, stagesOf } from './queries.ts'

/** The kind of the jobs that do what a round has planned. */
export const STAGE = 'stage'

/**
 * Has everything done that is planned and was not before, in the transaction that plans it. What stays planned is not
 * touched: its job may be running at this moment, and wait for the round that this transaction holds.
 */
export async function schedule(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  after: readonly Planned[],
  before: readonly Planned[] = [],
): Promise<void> {
  const [had, has] = [before, after].map(all => new Set(all.map(keyOf)))
  for (const key of had ?? []) if (!has?.has(key)) await ctx.jobs.withdraw(tx, key)
  for (const one of after) {
    const key = keyOf(one)
    if (!had?.has(key)) await ctx.jobs.enqueue(tx, { kind: STAGE, payload: one, key, dueAt: one.at })
  }
}

/** Sees to it that nothing planned is forgotten: of rounds that were opened before their changes were jobs, or whose failed. */
export async function scheduleAll(installation: Installation): Promise<void> {
  const { db } = installation
  for (const round of await runningRounds(db)) {
    const planned = plannedIn(round, await stagesOf(db, round.id))
    await db.transaction().execute(tx => schedule(installation, tx, planned))
  }
}
