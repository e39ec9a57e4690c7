/** One cell of a column as the answer that it was made from. */
import type { AnswerValue } from '@tumstock/rubric/answers'
import { ANSWERED, type Column, GAPS, type Gap } from './data.ts'

export type CellAnswer = { value: AnswerValue; gap: null } | { value: null; gap: Gap }

export const answerAt = (column: Column | undefined, entry: number): CellAnswer => {
  const gap = column?.gaps[entry]
  if (!column || gap === undefined) return { value: null, gap: 'unanswered' }
  if (gap !== ANSWERED) return { value: null, gap: GAPS[gap] as Gap }
  return { value: valueAt(column, entry), gap: null }
}

const valueAt = (column: Column, entry: number): AnswerValue => {
  if (column.kind === 'number') return column.values[entry] as number
  if (column.kind === 'text') return column.values[entry] as string
  const { options } = column
  if (column.kind === 'choice') return options[column.values[entry] as number] as string
  return Object.freeze(options.filter((_, i) => column.values[entry * options.length + i] === 1))
}
