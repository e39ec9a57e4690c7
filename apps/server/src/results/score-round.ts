import type { Data } from '@tumstock/engine/data'
import { resultsOf } from '@tumstock/engine/evaluate'
import { type Batch, type CallOutcome, callsOf, settleCalls } from '@tumstock/engine/functions'
import { type Leaves, scoreLeaves } from '@tumstock/engine/leaves'
import { compile, type Plan } from '@tumstock/engine/plan'
import type { Results } from '@tumstock/engine/results'
import { tabulate } from '@tumstock/engine/tabulate'
import type { RubricData } from '@tumstock/rubric/contract'
import type { Context } from '../context.ts'
import { ofRound } from '../entries/named-entries.ts'
import { type Participant, rowsOf } from '../entries/rows.ts'
import { Refusal } from '../refusal.ts'

export type Scored = { plan: Plan; data: Data; results: Results }

/** Which plugin's functions a round is scored by. */
export type FunctionsOf = { rubricId: string; edition: string; functionsHash: string | null }

/** The functions' own process, refused when its code is not the one that the round was opened with. */
const callerOf = (ctx: Pick<Context, 'rubrics'>, from: FunctionsOf) => {
  const found = ctx.rubrics.find(from.rubricId, from.edition)
  if (!found)
    throw new Refusal(
      'has-problems',
      `The plugin ${from.rubricId} is not loaded, and its functions are needed to score.`,
    )
  if (found.edition.functionsHash !== from.functionsHash)
    throw new Refusal(
      'has-problems',
      `The functions of ${from.rubricId}@${from.edition} have changed since the round was opened. Put back the files of that time.`,
    )
  return (fn: string, answers: Parameters<typeof found.plugin.call>[2]) =>
    found.plugin.call(from.edition, fn, answers)
}

/** What the functions came to, by criterion path and in the order of the calls that `callsOf` lists. */
export type Outcomes = ReadonlyMap<string, readonly CallOutcome[]>

/** Calls the rubric's functions in their plugin's process, each in one batch. */
export async function outcomesFor(
  ctx: Pick<Context, 'rubrics'>,
  batches: readonly Batch[],
  functions: FunctionsOf,
): Promise<Outcomes> {
  if (batches.length === 0) return new Map()
  const call = callerOf(ctx, functions)
  const outcomes = new Map<string, readonly CallOutcome[]>()
  for (const { path, fn, answers } of batches) outcomes.set(path, await call(fn, answers))
  return outcomes
}

/** Scores what these entries answered, criterion by criterion, without putting the entries in order. */
export async function scoreAlone(
  ctx: Pick<Context, 'rubrics'>,
  rubric: RubricData,
  entries: readonly Participant[],
  functions: FunctionsOf,
): Promise<Pick<Scored, 'plan' | 'data'> & { leaves: Leaves }> {
  const plan = compile(ofRound(rubric, entries))
  const data = tabulate(rubric, rowsOf(rubric, entries))
  const batches = callsOf(plan, data)
  const calls = settleCalls(plan, data, batches, await outcomesFor(ctx, batches, functions))
  return { plan, data, leaves: scoreLeaves(plan, data, calls) }
}

/** Scores these entries by the rubric. */
export async function score(
  ctx: Pick<Context, 'rubrics'>,
  rubric: RubricData,
  entries: readonly Participant[],
  functions: FunctionsOf,
): Promise<Scored> {
  const { plan, data, leaves } = await scoreAlone(ctx, rubric, entries, functions)
  return { plan, data, results: resultsOf(plan, data, leaves) }
}
