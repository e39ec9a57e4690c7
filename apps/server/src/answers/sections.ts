import type { RubricData } from '@tumstock/rubric/contract'
import type { EntryStanding } from '../standing.ts'

/** The area of a question in the rubric's own language; '' where it has none. */
export const areaOf = (rubric: RubricData, question: string): string => rubric.questions[question]?.area ?? ''

/** The areas that this person answers, null for all; whoever runs the round reads all. */
export const sectionsOf = ({ roles, sections }: EntryStanding): readonly string[] | null =>
  roles.has('lead') || !roles.has('contributor') ? null : sections

export const isWithin = (rubric: RubricData, sections: readonly string[] | null, question: string): boolean =>
  sections === null || sections.includes(areaOf(rubric, question))
