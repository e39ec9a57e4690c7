/** Numbers of several things over the same entries, as every analysis takes them: indicators as read, leaves, groups. */
import { RubricError } from '@tumstock/rubric/error'
import type { Data } from '../score/data.ts'
import { type Plan, ROOT_PATH } from '../score/plan.ts'
import type { Results } from '../score/results.ts'

/** One thing over all entries; NaN = no number. */
export type NumberColumn = { id: string; values: Float64Array }

export type Table = {
  /** `id@edition`, named in errors. */
  rubric: string
  /** Ids in ascending order. Sums run in it, so that no figure depends on the order in which the data came. */
  entries: readonly string[]
  columns: readonly NumberColumn[]
}

/**
 * A table of any numbers.
 *
 * @param rubric `id@edition`, for errors
 * @param entries one id per row, in any order
 * @param columns one number per entry, in the same order; what is not finite is no number
 * @throws RubricError `too-few` when a column has not one number per entry
 */
export const tableOf = (
  rubric: string,
  entries: readonly string[],
  columns: readonly { id: string; values: ArrayLike<number> }[],
): Table => {
  const order = entries.map((_, row) => row)
  order.sort((a, b) => ((entries[a] as string) < (entries[b] as string) ? -1 : 1))
  const sorted = ({ id, values }: { id: string; values: ArrayLike<number> }): NumberColumn => {
    if (values.length !== entries.length)
      throw new RubricError({
        code: 'too-few',
        rubric,
        path: id,
        says: `${values.length} numbers for ${entries.length} entries. Give one each, NaN where there is none.`,
      })
    return { id, values: Float64Array.from(order, row => finite(values[row] as number)) }
  }
  return { rubric, entries: order.map(row => entries[row] as string), columns: columns.map(sorted) }
}

const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN)

/**
 * Numbers as they were read, by the id of the indicator or question.
 *
 * @param ids what to take, in this order; all that are numbers where it is absent
 * @throws RubricError `unknown-read` for an id that is no column of numbers
 */
export const tableOfNumbers = (plan: Plan, data: Data, ids?: readonly string[]): Table => {
  const numbers = Object.entries(data.columns).flatMap(([id, column]) =>
    column.kind === 'number' ? [[id, column.values] as const] : [],
  )
  const byId = new Map(numbers)
  const taken = (ids ?? [...byId.keys()]).map(id => {
    const values = byId.get(id)
    if (!values)
      throw new RubricError({
        code: 'unknown-read',
        rubric: plan.rubric,
        path: id,
        says: `there are no numbers of it. Defined: ${[...byId.keys()].join(', ')}.`,
      })
    return { id, values }
  })
  return tableOf(plan.rubric, data.ids, taken)
}

/**
 * Values of leaves and groups, by path; `criteria` is the total. What is not scored is no number.
 *
 * @throws RubricError `unknown-path`
 */
export const tableOfNodes = (plan: Plan, results: Results, paths: readonly string[]): Table =>
  tableOf(
    plan.rubric,
    results.ids,
    paths.map(id => ({ id, values: valuesAt(plan, results, id) })),
  )

const valuesAt = (plan: Plan, results: Results, path: string): Float64Array => {
  const node = path === ROOT_PATH ? results.total : results.nodes.get(path)
  if (!node)
    throw new RubricError({
      code: 'unknown-path',
      rubric: plan.rubric,
      path,
      says: 'no such criterion to analyse. Write it as criteria.a.children.b.',
    })
  return node.values
}
