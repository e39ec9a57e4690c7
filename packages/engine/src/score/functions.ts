/** Function criteria: what each is called with, and what becomes of what it returns or throws. */
import type { AnswerValue } from '@tumstock/rubric/answers'
import { RubricError, type RubricErrorCode } from '@tumstock/rubric/error'
import { preparedOf } from '../steps/prepared.ts'
import { answerAt } from './answer-at.ts'
import type { Data } from './data.ts'
import type { Plan, PlanLeaf } from './plan.ts'
import { presenceOf, settle } from './present.ts'

/** The answers that the criterion reads, null where there is none; frozen. */
export type FunctionAnswers = Readonly<Record<string, AnswerValue | null>>

/** One criterion's calls, in the order of the entries. */
export type Batch = {
  path: string
  fn: string
  entries: readonly number[]
  answers: readonly FunctionAnswers[]
}

/** What one call came to, wherever it ran. */
export type CallOutcome = { value: number | null } | { error: { code: RubricErrorCode; message: string } }

/** By criterion path: values over all entries (NaN = no score) and what failed, by entry. */
export type Calls = ReadonlyMap<string, { values: Float64Array; errors: ReadonlyMap<number, RubricError> }>

/** As `functions` of a rubric, whatever its answers are typed as. */
export type Functions = Readonly<Record<string, (answers: never) => number | null>>

/**
 * The calls that scoring needs: one batch per function criterion, one call per entry that it applies to and whose
 * answers satisfy its `missing` policy with at least one present. Indicators are read as the rubric's steps left them.
 */
export const callsOf = (plan: Plan, given: Data): Batch[] => {
  if (!plan.nodes.some(node => node.kind === 'leaf' && node.scoring.by === 'function')) return []
  const { data } = preparedOf(plan, given)
  return plan.nodes.flatMap(node => {
    if (node.kind !== 'leaf' || node.scoring.by !== 'function') return []
    const { applicable, present } = presenceOf(node, data)
    const entries = data.ids.flatMap((_, e) => {
      const whole = applicable[e] as number
      return whole > 0 && settle(node.missing, present[e] as number, whole) === 'compute' ? [e] : []
    })
    return [
      {
        path: node.path,
        fn: node.scoring.name,
        entries,
        answers: entries.map(e => answersOf(node, data, e)),
      },
    ]
  })
}

/**
 * Turns what the calls came to into `Calls`, each error under the criterion and function that it belongs to.
 * A value that is not null or a finite number from 0 to 1 is a `function-bad-result`.
 *
 * @param outcomes by criterion path, in the order of the batch's entries
 */
export const settleCalls = (
  plan: Plan,
  data: Data,
  batches: readonly Batch[],
  outcomes: ReadonlyMap<string, readonly CallOutcome[]>,
): Calls =>
  new Map(
    batches.map(({ path, fn, entries }) => {
      const values = new Float64Array(data.ids.length).fill(Number.NaN)
      const errors = new Map<number, RubricError>()
      const fail = (e: number, code: RubricErrorCode, says: string) =>
        errors.set(e, new RubricError({ code, rubric: plan.rubric, path, fn, says }))
      entries.forEach((e, i) => {
        const outcome = outcomes.get(path)?.[i]
        if (!outcome) fail(e, 'function-host', `function "${fn}" gave no answer for entry "${data.ids[e]}".`)
        else if ('error' in outcome) fail(e, outcome.error.code, outcome.error.message)
        else if (outcome.value !== null && !isValue(outcome.value))
          fail(
            e,
            'function-bad-result',
            `function "${fn}" returned ${shown(outcome.value)}. Allowed: 0 to 1, or null.`,
          )
        else if (outcome.value !== null) values[e] = outcome.value
      })
      return [path, { values, errors }]
    }),
  )

/** Runs the functions here and now. For reviewed code and tests; a server runs them in a process of their own. */
export const callFunctions = (plan: Plan, data: Data, functions: Functions): Calls => {
  const batches = callsOf(plan, data)
  const outcomes = batches.map(({ path, fn, answers }) => {
    const run = Object.hasOwn(functions, fn) ? functions[fn] : undefined
    return [path, answers.map(given => callOne(fn, run, given))] as const
  })
  return settleCalls(plan, data, batches, new Map(outcomes))
}

const callOne = (fn: string, run: Functions[string] | undefined, answers: FunctionAnswers): CallOutcome => {
  if (!run) return { error: { code: 'function-unknown', message: `the rubric has no function "${fn}".` } }
  try {
    return { value: run(answers as never) }
  } catch (cause) {
    return {
      error: {
        code: 'function-threw',
        message: `function "${fn}" threw: ${cause instanceof Error ? cause.message : typeof cause}.`,
      },
    }
  }
}

const isValue = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1

const shown = (value: unknown): string =>
  typeof value === 'number' ? String(value) : `a value of type ${typeof value}`

const answersOf = (leaf: PlanLeaf, data: Data, entry: number): FunctionAnswers =>
  Object.freeze(
    Object.fromEntries(
      leaf.reads.map(({ id }) => {
        const answer = answerAt(data.columns[id], entry)
        return [id, answer.gap === null ? answer.value : null]
      }),
    ),
  )
