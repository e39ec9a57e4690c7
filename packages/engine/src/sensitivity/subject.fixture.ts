/** A small index whose ranks can be followed by hand. */
import type { Criterion, RubricData } from '@tumstock/rubric/contract'
import { asIs, indicatorsOf, leafOf, rubricOf } from '../score/score.fixture.ts'
import { tabulate } from '../score/tabulate.ts'
import type { Subject } from '../uncertainty/subject.ts'

/** Numbers from 0 to 1 by indicator; each is its own value. */
export type Numbers = Readonly<Record<string, number | null>>

/** One criterion for each indicator, all of weight 1. */
export const subjectOf = (
  entries: Readonly<Record<string, Numbers>>,
  parts: Partial<RubricData> = {},
): Subject => {
  const ids = [...new Set(Object.values(entries).flatMap(Object.keys))]
  const rubric = rubricOf({
    indicators: indicatorsOf(...ids),
    criteria: Object.fromEntries(ids.map((id): [string, Criterion] => [id, leafOf([id], asIs)])),
    ...parts,
  })
  const rows = Object.entries(entries).map(([id, answers]) => ({ id, category: null, answers }))
  return { rubric, data: tabulate(rubric, rows) }
}

/** Arithmetic means 0.6, 0.5, 0.45; geometric 0.447, 0.5, 0.424: `peaked` and `even` change places. */
export const threeTowns = subjectOf({
  peaked: { a: 1, b: 0.2 },
  even: { a: 0.5, b: 0.5 },
  last: { a: 0.6, b: 0.3 },
})
