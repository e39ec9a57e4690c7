/** Correlations of everything with everything, of two tables, and of each criterion with the groups above it. */
import { RubricError } from '@tumstock/rubric/error'
import { type Plan, ROOT_PATH } from '../score/plan.ts'
import type { Results } from '../score/results.ts'
import { type Correlation, correlation, type Method } from './correlation.ts'
import { type NumberColumn, type Table, tableOfNodes } from './table.ts'

/** `cells[i][j]` is the correlation of `rows[i]` with `columns[j]`. */
export type Correlations = {
  rows: readonly string[]
  columns: readonly string[]
  cells: readonly (readonly Correlation[])[]
}

/** Correlations of all columns of a table with each other, k × k; see `correlation`. */
export const correlate = (table: Table, method: Method): Correlations => {
  const { columns } = table
  const cells: Correlation[][] = columns.map(() => [])
  columns.forEach((a, i) => {
    columns.slice(0, i + 1).forEach((b, j) => {
      const found = correlation(a.values, b.values, method)
      ;(cells[i] as Correlation[])[j] = found
      ;(cells[j] as Correlation[])[i] = found
    })
  })
  const ids = columns.map(({ id }) => id)
  return { rows: ids, columns: ids, cells }
}

/**
 * Correlations of each column of one table with each of another over the same entries.
 *
 * @throws RubricError `too-few` when the tables do not have the same entries
 */
export const correlateTables = (rows: Table, columns: Table, method: Method): Correlations => {
  const same =
    rows.entries.length === columns.entries.length && rows.entries.every((id, i) => id === columns.entries[i])
  if (!same)
    throw new RubricError({
      code: 'too-few',
      rubric: rows.rubric,
      says: 'two tables with different entries cannot be correlated. Take both from the same data.',
    })
  return {
    rows: rows.columns.map(({ id }) => id),
    columns: columns.columns.map(({ id }) => id),
    cells: rows.columns.map(a => columns.columns.map(b => correlation(a.values, b.values, method))),
  }
}

export type WithAbove = { path: string; above: string } & Correlation

/**
 * Each criterion with every group above it, the nearest first, up to the total: a part that goes against the group that it
 * counts in says that the group does not measure one thing. Criteria in the order of the plan (children before their group).
 */
export const correlateWithAbove = (plan: Plan, results: Results, method: Method): WithAbove[] => {
  const paths = plan.nodes.map(({ path }) => path)
  const columns = tableOfNodes(plan, results, paths).columns
  return plan.nodes.flatMap(({ index, path }) =>
    path === ROOT_PATH
      ? []
      : aboveOf(plan, index).map(above => ({
          path,
          above: plan.nodes[above]?.path ?? ROOT_PATH,
          ...correlation(valuesOf(columns, index), valuesOf(columns, above), method),
        })),
  )
}

const aboveOf = (plan: Plan, index: number): number[] => {
  const above: number[] = []
  for (let at = plan.nodes[index]?.parent ?? -1; at !== -1; at = plan.nodes[at]?.parent ?? -1) above.push(at)
  return above
}

const valuesOf = (columns: readonly NumberColumn[], index: number): Float64Array =>
  (columns[index] as NumberColumn).values
