/** Models for the tests of this folder. */
import type { RubricData } from '@tumstock/rubric/contract'
import { RubricError } from '@tumstock/rubric/error'
import type fc from 'fast-check'
import type { Row } from '../score/data.ts'
import { anyRound, type Round } from '../score/round.fixture.ts'
import { asIs, groupOf, indicatorsOf, leafOf, rubricOf } from '../score/score.fixture.ts'
import { tabulate } from '../score/tabulate.ts'
import type { Assumption } from './assumptions.ts'
import { type Model, modelOf } from './model.ts'

export const modelFrom = (
  { rubric, rows }: Round,
  assumptions: readonly Assumption[],
  category?: string,
): Model =>
  modelOf({ rubric, data: tabulate(rubric, rows) }, assumptions, category === undefined ? {} : { category })

/** Null where what is assumed cannot be scored. */
const modelOrNull = (round: Round, assumptions: readonly Assumption[]): Model | null => {
  try {
    const model = modelFrom(round, assumptions)
    everyChoice(model.alternatives).forEach(model.programAt)
    return model
  } catch (error) {
    if (error instanceof RubricError) return null
    throw error
  }
}

const everyChoice = (alternatives: readonly number[]): number[][] =>
  alternatives.reduce<number[][]>(
    (all, count) => all.flatMap(one => Array.from({ length: Math.max(1, count) }, (_, i) => [...one, i])),
    [[]],
  )

/** Rounds that can be scored, each with assumptions about it. */
export const anyModel = (assumptions: readonly Assumption[]): fc.Arbitrary<{ round: Round; model: Model }> =>
  anyRound
    .map(round => ({ round, model: modelOrNull(round, assumptions) }))
    .filter((made): made is { round: Round; model: Model } => made.model !== null)

/** Two indicators under a mean, as they are: the units are `u0`, `u1`, … */
export const twoOf = (numbers: readonly (readonly [number | null, number | null])[]): Round => ({
  rubric: twoRubric,
  rows: numbers.map(([a, b], i): Row => ({ id: `u${i}`, category: null, answers: { a, b } })),
})

const twoRubric: RubricData = rubricOf({
  indicators: indicatorsOf('a', 'b'),
  missing: 'exclude',
  criteria: { a: leafOf(['a'], asIs), b: leafOf(['b'], asIs) },
})

/** Three groups of two indicators each, of weights 1 to 3, for as many units as there are rows of six numbers. */
export const treeOf = (
  rows: readonly (readonly (number | null)[])[],
  combine: RubricData['combine'],
): Round => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const leaf = (at: number) => leafOf([ids[at] as string], asIs, { weight: 1 + (at % 3) })
  const group = (at: number) =>
    groupOf({ first: leaf(at), second: leaf(at + 1) }, { combine, missing: 'exclude', weight: 1 + at })
  return {
    rubric: rubricOf({
      indicators: indicatorsOf(...ids),
      missing: 'exclude',
      combine,
      criteria: { x: group(0), y: group(2), z: group(4) },
    }),
    rows: rows.map((numbers, i) => ({
      id: `u${i}`,
      category: null,
      answers: Object.fromEntries(ids.map((id, at) => [id, numbers[at] ?? null])),
    })),
  }
}
