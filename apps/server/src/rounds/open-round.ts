import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Db, Tx } from '../db/open.ts'
import { Refusal } from '../refusal.ts'
import { definitionOf, keepDefinition } from '../rubrics/definitions.ts'
import { plannedIn } from '../stages/planned.ts'
import { schedule } from '../stages/schedule.ts'
import { editsOf, resolve } from './edits.ts'
import { problemsOf, type RoundProblem } from './problems.ts'
import { type RoundRow, stagesOf, updateRound } from './queries.ts'
import { ownRound, reachRound, refuseStale } from './service.ts'

/** What `rounds.open` would refuse a draft for, and what is worth a second look. */
export async function validateRound(ctx: Context, id: string): Promise<RoundProblem[]> {
  const round = await reachRound(ctx, ctx.db, id)
  return round.state === 'draft' ? (await examine(ctx, ctx.db, round)).problems : []
}

/** The definition that the draft would freeze, with what is wrong with it. */
export async function examine(ctx: Pick<Context, 'rubrics'>, db: Db | Tx, round: RoundRow) {
  const base = await definitionOf(db, round.base)
  const rubric = resolve(base, editsOf(round))
  const stages = await stagesOf(db, round.id)
  const edition = ctx.rubrics.find(round.rubricId, round.edition)?.edition
  const functions = edition?.functions ?? []
  return {
    base,
    rubric,
    functionsHash: edition?.functionsHash ?? null,
    problems: problemsOf({ round, stages, base, rubric, functions }),
  }
}

/** Freezes the definition: from now on this round is scored by it, whatever becomes of the edition. */
export const openRound = (
  ctx: Context,
  { id, version }: { id: string; version: number },
): Promise<{ version: number; hash: string }> =>
  audited(ctx, 'rounds.open', async tx => {
    const round = await ownRound(ctx, tx, { id, states: ['draft'] })
    if (round.version !== version) await refuseStale(tx, id)
    const { rubric, functionsHash, problems } = await examine(ctx, tx, round)
    const errors = problems.filter(problem => problem.severity === 'error')
    const [first] = errors
    if (first)
      throw new Refusal('has-problems', `${errors.length} things stop the opening. ${first.message}`, {
        problems: errors,
      })
    const hash = await keepDefinition(tx, rubric, ctx.now())
    const change = { state: 'open', definition: hash, functionsHash, openedAt: ctx.now() } as const
    if (!(await updateRound(tx, { id, version }, change))) await refuseStale(tx, id)
    await schedule(ctx, tx, plannedIn({ ...round, ...change }, await stagesOf(tx, id)))
    return { subject: `round/${id}`, detail: { definition: hash }, result: { version: version + 1, hash } }
  })
