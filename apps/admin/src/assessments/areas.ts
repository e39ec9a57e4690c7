import type { RubricData } from '@tumstock/rubric/contract'
import type { FindingLayer, Item } from './assessing.ts'

/** A part of the questionnaire with how far it was checked. `title` is empty where questions have none. */
export type Area = { title: string; questions: readonly string[]; checked: number }

/** The areas in the order in which the questionnaire asks. */
export function areasOf(
  rubric: Pick<RubricData, 'questions'>,
  items: readonly Item[],
  layers: readonly FindingLayer[],
): Area[] {
  const groups = Map.groupBy(items, item => rubric.questions[item.question]?.area ?? '')
  return [...groups].map(([title, some]) => ({
    title,
    questions: some.map(item => item.question),
    checked: some.filter(item => isChecked(item, layers)).length,
  }))
}

/** Every layer that is asked for has looked at it. */
const isChecked = (item: Item, layers: readonly FindingLayer[]): boolean =>
  layers.length > 0 && layers.every(layer => item[layer] !== null)

export const SHOWN = ['all', 'unchecked', 'forVisit', 'replied'] as const
export type Shown = (typeof SHOWN)[number]

export const isShown = (item: Item, shown: Shown, layers: readonly FindingLayer[]): boolean => {
  if (shown === 'unchecked') return !isChecked(item, layers)
  if (shown === 'forVisit') return item.forVisit
  if (shown === 'replied') return Boolean(item.desk?.reply ?? item.visit?.reply)
  return true
}
