import type { Data } from '@tumstock/engine/data'
import { evaluate } from '@tumstock/engine/evaluate'
import { type CallOutcome, type Calls, callsOf, settleCalls } from '@tumstock/engine/functions'
import { compile, type Plan } from '@tumstock/engine/plan'
import type { Results } from '@tumstock/engine/results'
import { tabulate } from '@tumstock/engine/tabulate'
import type { RubricData } from '@tumstock/rubric/contract'
import type { Context } from '../context.ts'
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

/** What the rubric's functions say of these entries, from their plugin's process, each function in one batch; undefined without any. */
export async function callsFor(
  ctx: Pick<Context, 'rubrics'>,
  { plan, data }: Pick<Scored, 'plan' | 'data'>,
  functions: FunctionsOf,
): Promise<Calls | undefined> {
  const batches = callsOf(plan, data)
  if (batches.length === 0) return undefined
  const call = callerOf(ctx, functions)
  const outcomes = new Map<string, readonly CallOutcome[]>()
  for (const { path, fn, answers } of batches) outcomes.set(path, await call(fn, answers))
  return settleCalls(plan, data, batches, outcomes)
}

/** Scores these entries by the rubric. */
export async function score(
  ctx: Pick<Context, 'rubrics'>,
  rubric: RubricData,
  entries: readonly Participant[],
  functions: FunctionsOf,
): Promise<Scored> {
  const plan = compile(rubric)
  const data = tabulate(rubric, rowsOf(rubric, entries))
  return { plan, data, results: evaluate(plan, data, await callsFor(ctx, { plan, data }, functions)) }
}
