import type { Question, RubricData } from '@tumstock/rubric/contract'
import { leaves } from '@tumstock/rubric/tree'

export type Asked = {
  id: string
  question: Question
  /** Titles of the criteria that read it. */
  readBy: readonly string[]
}

export type Area = { area: string; asked: readonly Asked[] }

/** The edition's questions under the headings of its questionnaire, each with what it counts for. */
export const questionAreas = (rubric: RubricData): Area[] => {
  const readers = new Map<string, string[]>()
  for (const { criterion } of leaves(rubric))
    for (const id of criterion.reads) readers.set(id, [...(readers.get(id) ?? []), criterion.title])
  const asked = Object.entries(rubric.questions).map(([id, question]) => ({
    id,
    question,
    readBy: readers.get(id) ?? [],
  }))
  return [...Map.groupBy(asked, ({ question }) => question.area ?? '')].map(([area, some]) => ({
    area,
    asked: some,
  }))
}
