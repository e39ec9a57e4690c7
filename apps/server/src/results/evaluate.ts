import { audited } from '../audit/service.ts'
import { canonical, sha256 } from '../canonical.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { isScored, type Participant, participantsOf } from '../entries/rows.ts'
import { frozenDefinition, moveRound, ownRound, type RoundRow } from '../rounds/service.ts'
import { insertEvaluation, latestEvaluation } from './queries.ts'
import { score } from './score-round.ts'
import { bodyOf, type ResultsBody } from './view.ts'

/** The hash of everything that the engine was given, so that a result can be traced to its answers. */
export const inputHash = (entries: readonly Participant[]): string =>
  sha256(
    canonical(
      entries.map(({ id, category, answers, marks, participation, unranked }) => {
        return { id, category, answers, marks, participation, unranked }
      }),
    ),
  )

/** Scores what stands in the database and keeps what came out, beside what was evaluated before. */
export async function evaluateIn(ctx: Context, tx: Tx, round: RoundRow): Promise<ResultsBody> {
  const rubric = await frozenDefinition(tx, round)
  const all = await participantsOf(tx, round.id)
  const entries = all.filter(isScored)
  const scored = await score(ctx, rubric, entries, round)
  const unsubmitted = all.filter(one => one.unsubmitted).length
  const body = bodyOf(scored, {
    rubric,
    referenceDate: round.referenceDate,
    entries,
    invited: all.length,
    unsubmitted,
  })
  const last = await latestEvaluation(tx, round.id)
  const number = last === undefined ? 1 : Number(last.id.slice(last.id.lastIndexOf('/') + 1)) + 1
  await insertEvaluation(tx, {
    // Padded, so that ids sort as they were made.
    id: `${round.id}/${String(number).padStart(6, '0')}`,
    roundId: round.id,
    definition: round.definition ?? '',
    inputHash: inputHash(entries),
    body: JSON.stringify(body),
    errors: body.errors.length,
    createdAt: ctx.now(),
    createdBy: ctx.user?.id ?? null,
  })
  return body
}

/** Evaluates a round as often as wanted until it is published. */
export async function evaluateRound(
  ctx: Context,
  id: string,
): Promise<{ entries: number; scored: number; errors: number; unsubmitted: number }> {
  return audited(ctx, 'results.evaluate', async tx => {
    const round = await ownRound(ctx, tx, { id, states: ['open', 'evaluated'] })
    // First, so that a save at the same time either is read here or takes the round back to open afterwards.
    await moveRound(tx, round, { state: 'evaluated' })
    const { tiles, errors } = await evaluateIn(ctx, tx, round)
    const { entries, scored, unsubmitted = 0 } = tiles
    const result = { entries, scored, errors: errors.length, unsubmitted }
    return { subject: `round/${id}`, detail: result, result }
  })
}
