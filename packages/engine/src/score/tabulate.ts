/** Rows to columns: what files and databases hold, made ready to compute with. */
import { type AnswerValue, DONT_KNOW, NOT_APPLICABLE as NOT_APPLICABLE_WORD } from '@tumstock/rubric/answers'
import type { Question, RubricData } from '@tumstock/rubric/contract'
import { nameOf, RubricError, type RubricErrorCode } from '@tumstock/rubric/error'
import { isVisible } from '@tumstock/rubric/visible'
import { ANSWERED, type Column, type Data, NOT_APPLICABLE, type Row, UNANSWERED, UNKNOWN } from './data.ts'

/**
 * Makes the columns of a rubric's questions and indicators, one cell per row, in the order of the rows.
 *
 * `?` becomes the gap `unknown`, `n/a` `notApplicable`, absence or null `unanswered`. An answer to a question that
 * `showIf` hides never counts: its cell is `notApplicable`, whatever stands in the row.
 *
 * @throws RubricError `bad-answer` (also for two rows of one id), `unknown-answer`, `unknown-category`, `unknown-path`:
 * each names the entry. Nothing is dropped silently.
 */
export const tabulate = (rubric: RubricData, rows: readonly Row[]): Data => {
  const fail = (code: RubricErrorCode, path: string, says: string) =>
    new RubricError({ code, rubric: nameOf(rubric), path, says })
  const categories = Object.keys(rubric.categories)
  const columns = emptyColumns(rubric, rows.length)
  const cells = Object.entries(columns)
  const marks: Record<string, (readonly number[])[]> = Object.fromEntries(
    panelPaths(rubric.criteria, 'criteria').map(path => [path, rows.map(() => [])]),
  )
  const category = new Int16Array(rows.length)
  const seen = new Set<string>()

  rows.forEach((row, entry) => {
    if (seen.has(row.id))
      throw fail('bad-answer', '', `entry "${row.id}" stands twice. Each entry has one row.`)
    seen.add(row.id)
    category[entry] = row.category === null ? -1 : categories.indexOf(row.category)
    if (row.category !== null && category[entry] === -1)
      throw fail(
        'unknown-category',
        '',
        `entry "${row.id}": no category "${row.category}". Defined: ${categories.join(', ')}.`,
      )
    for (const id of Object.keys(row.answers))
      if (!Object.hasOwn(columns, id))
        throw fail(
          'unknown-answer',
          '',
          `entry "${row.id}" answers "${id}", which is neither a question nor an indicator.`,
        )
    for (const [id, column] of cells) {
      const question = rubric.questions[id]
      const shown = question === undefined || isVisible(rubric, row.answers, id)
      const problem = put(column, entry, shown ? (row.answers[id] ?? null) : NOT_APPLICABLE_WORD)
      if (problem)
        throw fail(
          'bad-answer',
          question ? `questions.${id}` : `indicators.${id}`,
          `entry "${row.id}": ${problem}`,
        )
    }
    for (const [path, given] of Object.entries(row.marks ?? {})) {
      const column = marks[path]
      if (!column)
        throw fail('unknown-path', path, `entry "${row.id}" has marks, but no panel criterion stands there.`)
      column[entry] = given
    }
  })
  const data = { ids: rows.map(row => row.id), category, columns, marks }
  const unranked = Uint8Array.from(rows, row => (row.unranked ? 1 : 0))
  return unranked.includes(1) ? { ...data, unranked } : data
}

const emptyColumns = (rubric: RubricData, n: number): Record<string, Column> => {
  const columns: Record<string, Column> = {}
  for (const [id, question] of Object.entries(rubric.questions)) columns[id] = emptyColumn(question, n)
  for (const id of Object.keys(rubric.indicators)) columns[id] = numberColumn(n)
  return columns
}

const emptyColumn = (question: Question, n: number): Column => {
  const gaps = new Uint8Array(n).fill(UNANSWERED)
  if (question.type === 'number' || question.type === 'share') return numberColumn(n)
  if (question.type === 'choice')
    return {
      kind: 'choice',
      options: Object.keys(question.options),
      values: new Int16Array(n).fill(-1),
      gaps,
    }
  if (question.type === 'multiple') {
    const options = Object.keys(question.options)
    return { kind: 'multiple', options, values: new Uint8Array(n * options.length), gaps }
  }
  return { kind: 'text', values: new Array<string | null>(n).fill(null), gaps }
}

const numberColumn = (n: number): Column => ({
  kind: 'number',
  values: new Float64Array(n).fill(Number.NaN),
  gaps: new Uint8Array(n).fill(UNANSWERED),
})

/** Writes one cell; gives what is wrong with the value, or null. */
const put = (column: Column, entry: number, value: AnswerValue | null): string | null => {
  if (value === null) return null
  if (value === DONT_KNOW || value === NOT_APPLICABLE_WORD) {
    column.gaps[entry] = value === DONT_KNOW ? UNKNOWN : NOT_APPLICABLE
    return null
  }
  column.gaps[entry] = ANSWERED
  if (column.kind === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return `${JSON.stringify(value)} is not a number.`
    // −0 is 0.
    column.values[entry] = value + 0
  } else if (column.kind === 'choice') {
    const chosen = typeof value === 'string' ? column.options.indexOf(value) : -1
    if (chosen === -1)
      return `${JSON.stringify(value)} is not an option. Allowed: ${column.options.join(', ')}.`
    column.values[entry] = chosen
  } else if (column.kind === 'multiple') {
    if (!Array.isArray(value)) return `${JSON.stringify(value)} is not a list of options.`
    for (const option of value as readonly string[]) {
      const chosen = column.options.indexOf(option)
      if (chosen === -1)
        return `${JSON.stringify(option)} is not an option. Allowed: ${column.options.join(', ')}.`
      column.values[entry * column.options.length + chosen] = 1
    }
  } else {
    if (typeof value !== 'string') return `${JSON.stringify(value)} is not a text.`
    ;(column.values as (string | null)[])[entry] = value
  }
  return null
}

const panelPaths = (criteria: RubricData['criteria'], prefix: string): string[] =>
  Object.entries(criteria).flatMap(([key, criterion]) => {
    const path = `${prefix}.${key}`
    if ('children' in criterion) return panelPaths(criterion.children, `${path}.children`)
    return criterion.scoring.by === 'panel' ? [path] : []
  })
