import type { Question, RubricData } from '@tumstock/rubric/contract'
import { leaves } from '@tumstock/rubric/tree'

const OWN: readonly Question['type'][] = ['number', 'share', 'file']

/**
 * What a nominator is asked: every area in which a criterion of the nomination stage reads, since its free texts stand
 * beside the questions that are scored; the first area where there is no such criterion. Figures and files are the municipality's own to give.
 */
export const nominationQuestions = (rubric: RubricData): [string, Question][] => {
  const all = Object.entries(rubric.questions).filter(([, { type }]) => !OWN.includes(type))
  const scored = leaves(rubric).flatMap(({ criterion }) =>
    criterion.stage === 'nomination' ? criterion.reads : [],
  )
  const areas = new Set(scored.flatMap(id => rubric.questions[id]?.area ?? []))
  const [first] = all
  if (areas.size === 0) return all.filter(([, { area }]) => area === first?.[1].area)
  return all.filter(([id, { area }]) => scored.includes(id) || (area !== undefined && areas.has(area)))
}
