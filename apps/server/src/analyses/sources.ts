import type { Data } from '@tumstock/engine/data'
import { callsOf } from '@tumstock/engine/functions'
import { compile } from '@tumstock/engine/plan'
import { tabulate } from '@tumstock/engine/tabulate'
import type { RubricData } from '@tumstock/rubric/contract'
import type { Context } from '../context.ts'
import { ofRound } from '../entries/named-entries.ts'
import { isScored, type Participant, participantsOf, rowsOf } from '../entries/rows.ts'
import { Refusal } from '../refusal.ts'
import { inputHash } from '../results/evaluate.ts'
import { type Outcomes, outcomesFor } from '../results/score-round.ts'
import { standingEvaluation } from '../results/service.ts'
import { frozenDefinition, type RoundRow, reachAnswers } from '../rounds/service.ts'

/** What an analysis is about: a round's results as they stand, and the hash that says which those are. */
export type Standing = { round: RoundRow; rubric: RubricData; inputHash: string }

/** The results of a round whose answers the asker may see; refused where there are none to take apart. */
export async function standingOf(ctx: Context, id: string): Promise<Standing> {
  const round = await reachAnswers(ctx, ctx.db, id)
  if (round.record !== null)
    throw new Refusal('wrong-state', 'A record holds totals alone; there is nothing to analyse.')
  const rubric = await frozenDefinition(ctx.db, round)
  const evaluation = await standingEvaluation(ctx.db, round)
  return { round, rubric, inputHash: evaluation.inputHash }
}

/** Those who answered, and the definition with the ids that they have in this round. */
export type Answered = { rubric: RubricData; entries: readonly Participant[] }

/** `outcomes` are what the rubric's functions said; they cross to a thread or a browser, where errors would lose their codes. */
export type Sources = { data: Data; outcomes: Outcomes }

/** Whose answers those results are of; refused when the round has changed in the meantime. */
export async function answeredIn(
  { db }: Pick<Context, 'db'>,
  { round, rubric, inputHash: expected }: Standing,
): Promise<Answered> {
  const entries = (await participantsOf(db, round.id)).filter(isScored)
  if (inputHash(entries) !== expected)
    throw new Refusal('stale', 'The round has changed since it was evaluated. Evaluate it again.')
  return { rubric: ofRound(rubric, entries), entries }
}

/** What those results were computed from. */
export async function sourcesOf(
  ctx: Pick<Context, 'db' | 'rubrics'>,
  { round }: Standing,
  { rubric, entries }: Answered,
): Promise<Sources> {
  const data = tabulate(rubric, rowsOf(rubric, entries))
  return { data, outcomes: await outcomesFor(ctx, callsOf(compile(rubric), data), round) }
}
