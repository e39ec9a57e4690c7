/** Small rounds for the tests of this folder: indicators as columns of numbers, one criterion for each. */
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Criterion, RubricData, Scoring, Step } from '@tumstock/rubric/contract'
import type { Data } from '../score/data.ts'
import { compile, type Plan } from '../score/plan.ts'
import { groupOf, indicatorsOf, leafOf, rubricOf } from '../score/score.fixture.ts'
import { tabulate } from '../score/tabulate.ts'
import type { NumberColumn } from './given.ts'

type Numbers = Readonly<Record<string, readonly (number | null | 'n/a')[]>>

export type Parts = {
  steps?: readonly Step[]
  /** By indicator; as it is where absent. `null`: no criterion reads it. */
  scoring?: Readonly<Record<string, Scoring | null>>
  /** Indicators by group; one group of all where absent. */
  groups?: Readonly<Record<string, readonly string[]>>
  /** Answers to the choice question `kind`, by entry. */
  kinds?: readonly string[]
  /** By entry: `small` or `large`. */
  categories?: readonly (string | null)[]
  years?: RubricData['years']
}

const asItIs: Scoring = { by: 'linear', from: 0, to: 1, open: true }

export const rubricFor = (
  numbers: Numbers,
  { steps, scoring = {}, groups, kinds = [], years }: Parts,
): RubricData => {
  const read = Object.keys(numbers).filter(id => scoring[id] !== null)
  const leaves = (ids: readonly string[]): Record<string, Criterion> =>
    Object.fromEntries(ids.map(id => [id, leafOf([id], scoring[id] ?? asItIs)]))
  const kind = { title: 'C', kind: 'municipality' as const }
  return rubricOf({
    indicators: indicatorsOf(...Object.keys(numbers)),
    categories: { small: kind, large: kind },
    questions: {
      kind: {
        type: 'choice',
        text: 'Kind?',
        options: Object.fromEntries([...new Set(kinds)].sort().map(text => [text, { text }])),
      },
    },
    missing: 'exclude',
    criteria: groups
      ? Object.fromEntries(
          Object.entries(groups).map(([id, ids]) => [id, groupOf(leaves(ids), { missing: 'exclude' })]),
        )
      : leaves(read),
    ...(steps && { steps }),
    ...(years && { years }),
  })
}

/** Entries are `a`, `b`, `c` … in the order of the numbers. */
export const rowsFor = (numbers: Numbers, { kinds = [], categories = [] }: Parts) => {
  const n = Math.max(...Object.values(numbers).map(column => column.length))
  return Array.from({ length: n }, (_, e) => {
    const answers: Record<string, AnswerValue | null> = { kind: kinds[e] ?? null }
    for (const [id, column] of Object.entries(numbers)) answers[id] = column[e] ?? null
    return { id: String.fromCharCode(97 + e), category: categories[e] ?? null, answers }
  })
}

export const roundOf = (numbers: Numbers, parts: Parts = {}): { plan: Plan; data: Data } => {
  const rubric = rubricFor(numbers, parts)
  return { plan: compile(rubric), data: tabulate(rubric, rowsFor(numbers, parts)) }
}

/** An indicator's numbers, null where there is none. */
export const numbersOf = (data: Data, id: string): (number | null)[] =>
  Array.from((data.columns[id] as NumberColumn).values, value => (Number.isNaN(value) ? null : value))
