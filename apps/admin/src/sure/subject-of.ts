import type { Row } from '@tumstock/engine/data'
import { callsOf, settleCalls } from '@tumstock/engine/functions'
import { compile } from '@tumstock/engine/plan'
import type { Subject } from '@tumstock/engine/subject'
import { tabulate } from '@tumstock/engine/tabulate'
import type { Columns } from './ask.ts'

/** The columns of a round as the engine takes them. @throws RubricError where they do not fit the rubric */
export const subjectOf = (columns: Columns): Subject => {
  const { rubric, outcomes } = columns
  const data = tabulate(rubric, rowsOf(columns))
  const plan = compile(rubric)
  const batches = callsOf(plan, data)
  if (batches.length === 0) return { rubric, data }
  return { rubric, data, calls: settleCalls(plan, data, batches, new Map(Object.entries(outcomes))) }
}

const rowsOf = ({ ids, categories, unranked, answers, marks }: Columns): Row[] =>
  ids.map((id, e) => ({
    id,
    category: categories[e] ?? null,
    answers: Object.fromEntries(
      Object.entries(answers).map(([asked, column]) => [asked, column[e] ?? null] as const),
    ),
    marks: Object.fromEntries(
      Object.entries(marks).map(([path, column]) => [path, column[e] ?? []] as const),
    ),
    unranked: unranked.includes(id),
  }))
