import { type AnswerValue, type Askable, parseAnswer } from '@tumstock/rubric/answers'
import type { Leaf, RubricData } from '@tumstock/rubric/contract'

export type CellProblem = { code: string; message: string; allowed: string }
export type ReadCell<T> = { value: T } | { problem: CellProblem }

const range = (asked: { min?: number; max?: number }, low?: number, high?: number): string => {
  const min = asked.min ?? low
  const max = asked.max ?? high
  if (min !== undefined && max !== undefined) return `a number from ${min} to ${max}`
  if (min !== undefined) return `a number from ${min}`
  return max === undefined ? 'a number' : `a number up to ${max}`
}

/** What a question takes, in one line. */
const allowedFor = (asked: Askable): string => {
  if (!('type' in asked)) return range(asked)
  const words = [...(asked.unknown ? ['?'] : []), ...(asked.notApplicable ? ['n/a'] : [])]
  if (asked.type === 'choice' || asked.type === 'multiple') {
    const options = [...Object.keys(asked.options), ...words].join(', ')
    return asked.type === 'choice' ? `one of ${options}` : `any of ${options}, separated by ;`
  }
  const also = words.length > 0 ? `, or ${words.join(', ')}` : ''
  if (asked.type === 'number') return range(asked) + also
  if (asked.type === 'share') return range(asked, 0, 100) + also
  return (
    { text: 'a text', date: 'a date such as 2014-12-31', url: 'a web address', file: 'a file name' }[
      asked.type
    ] + also
  )
}

/** The answer that a cell holds; null where it is empty. */
export const readAnswer = (
  asked: Askable,
  raw: string,
  translated: readonly Askable[],
): ReadCell<AnswerValue | null> => {
  const parsed = parseAnswer(asked, raw, translated)
  if ('value' in parsed) return parsed
  return { problem: { ...parsed.problem, allowed: allowedFor(asked) } }
}

/** Marks of a panel: points of the criterion's scale, separated by `;`. */
export const readMarks = (leaf: Leaf, raw: string): ReadCell<readonly number[]> => {
  const points = leaf.scoring.by === 'panel' ? leaf.scoring.scale.map(step => step.points) : []
  const marks: number[] = []
  for (const part of raw.split(/[;|]/).map(text => text.trim())) {
    if (part === '') continue
    const mark = Number(part.replace(',', '.'))
    if (!points.includes(mark)) {
      const message = `“${part.slice(0, 60)}” is not a mark of this scale.`
      return {
        problem: { code: 'not-a-mark', message, allowed: `any of ${points.join(', ')}, separated by ;` },
      }
    }
    marks.push(mark)
  }
  return { value: marks }
}

/** A category by id or title in any language; null where the cell is empty. */
export const readCategory = (languages: readonly RubricData[], raw: string): ReadCell<string | null> => {
  const wanted = raw.trim().toLowerCase()
  if (wanted === '') return { value: null }
  const ids = Object.keys(languages[0]?.categories ?? {})
  const id = ids.find(
    one =>
      one.toLowerCase() === wanted ||
      languages.some(rubric => rubric.categories[one]?.title.toLowerCase() === wanted),
  )
  if (id !== undefined) return { value: id }
  const message = `“${raw.slice(0, 60)}” is no category of this round.`
  return {
    problem: {
      code: 'unknown-category',
      message,
      allowed: `one of ${ids.join(', ')}, or empty to let the population decide`,
    },
  }
}
