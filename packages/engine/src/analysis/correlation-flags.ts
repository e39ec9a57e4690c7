/** Pairs whose correlation is a reason to look again. */
import type { Plan } from '../score/plan.ts'
import { correlateTables } from './correlate.ts'
import { type Correlation, correlation, type Method } from './correlation.ts'
import type { Table } from './table.ts'

export type CorrelatedPair = { group: string; a: string; b: string } & Correlation

/** Group of a column by its id; columns that it does not name are left out. */
export type Grouping = ReadonlyMap<string, string>

/**
 * Pairs of the same group that go together so closely that they may count one thing twice (`above`), or against each other
 * so that they cancel (`below`). Each pair stands once, in the order of the table.
 *
 * @param groups `groupsOfCriteria` or `groupsOfReads`
 * @param limits usual: `{ above: 0.9, below: -0.2 }`, both exclusive
 */
export const flagPairs = (
  table: Table,
  groups: Grouping,
  limits: { above: number; below: number },
  method: Method = 'pearson',
): CorrelatedPair[] =>
  table.columns.flatMap((a, i) =>
    table.columns.slice(i + 1).flatMap(b => {
      const group = groups.get(a.id)
      if (group === undefined || group !== groups.get(b.id)) return []
      const found = correlation(a.values, b.values, method)
      const flagged = found.r !== null && (found.r > limits.above || found.r < limits.below)
      return flagged ? [{ group, a: a.id, b: b.id, ...found }] : []
    }),
  )

/** The group that each criterion, by path, stands in. */
export const groupsOfCriteria = (plan: Plan): Grouping =>
  new Map(
    plan.nodes.flatMap(({ path, parent }) => {
      const group = plan.nodes[parent]
      return group ? [[path, group.path] as const] : []
    }),
  )

/** The group in which each indicator or question is read; the first that does where several do. */
export const groupsOfReads = (plan: Plan): Grouping => {
  const groups = new Map<string, string>()
  for (const node of plan.nodes) {
    const group = plan.nodes[node.parent]
    if (node.kind === 'leaf' && group)
      for (const { id } of node.reads) if (!groups.has(id)) groups.set(id, group.path)
  }
  return groups
}

export type SizeFlag = { indicator: string; size: string } & Correlation

/**
 * Indicators that follow a size (population, area, output) so closely that they may have to be divided by it: |r| above the
 * limit. Source: OECD & JRC, Handbook on Constructing Composite Indicators (2008), step 5.
 *
 * @param sizes what could be divided by, over the same entries
 * @param limit usual: 0.6, exclusive
 * @throws RubricError `too-few` when the tables do not have the same entries
 */
export const flagSizes = (
  indicators: Table,
  sizes: Table,
  limit: number,
  method: Method = 'pearson',
): SizeFlag[] => {
  const { rows, columns, cells } = correlateTables(indicators, sizes, method)
  return rows.flatMap((indicator, i) =>
    columns.flatMap((size, j) => {
      const found = cells[i]?.[j]
      const flagged = found && found.r !== null && Math.abs(found.r) > limit && indicator !== size
      return flagged ? [{ indicator, size, ...found }] : []
    }),
  )
}
