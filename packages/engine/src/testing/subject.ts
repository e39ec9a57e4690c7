import type { RubricData } from '@tumstock/rubric/contract'
import { nameOf } from '@tumstock/rubric/error'
import type { LoadedEdition, LoadedPlugin } from '@tumstock/rubric/load'
import type { RecordedRound } from '@tumstock/rubric/record'
import type { Data, Row } from '../score/data.ts'
import { evaluate } from '../score/evaluate.ts'
import { type Calls, callsOf, settleCalls } from '../score/functions.ts'
import { compile, type Plan } from '../score/plan.ts'
import type { Results } from '../score/results.ts'
import { tabulate } from '../score/tabulate.ts'

/** What one edition is tested with. */
export type Subject = {
  plugin: LoadedPlugin
  loaded: LoadedEdition
  rubric: RubricData
  /** `id@edition` */
  name: string
  record: RecordedRound | undefined
}

export const subjectsOf = (plugin: LoadedPlugin): Subject[] =>
  plugin.editions.map(loaded => ({
    plugin,
    loaded,
    rubric: loaded.rubric,
    name: nameOf(loaded.rubric),
    record: plugin.rounds.find(round => round.edition === loaded.rubric.edition),
  }))

export type Scored = { plan: Plan; data: Data; results: Results }

/** Scores rows as the server does: the rubric's functions run in the plugin's own process. */
export const score = async ({ plugin, rubric }: Subject, rows: readonly Row[]): Promise<Scored> => {
  const plan = compile(rubric)
  const data = tabulate(rubric, rows)
  const batches = callsOf(plan, data)
  const outcomes = new Map<string, Awaited<ReturnType<LoadedPlugin['call']>>>()
  for (const { path, fn, answers } of batches)
    outcomes.set(path, await plugin.call(rubric.edition, fn, answers))
  const calls: Calls = settleCalls(plan, data, batches, outcomes)
  return { plan, data, results: evaluate(plan, data, calls) }
}
