import { quantile } from '@tumstock/engine/profile'
import type { ResultRow, Results } from './results.ts'

type Node = Pick<Results['nodes'][number], 'path' | 'title' | 'parent' | 'points' | 'values'>

/** Null where nobody has a value. */
export const medianOf = (values: readonly (number | null)[]): number | null => {
  const known = Float64Array.from(values.filter(value => value !== null)).sort()
  return known.length === 0 ? null : quantile(known, 0.5)
}

export type AreaRow = {
  path: string
  title: string
  /** Most points it can add. */
  points: number
  value: number | null
  category: number | null
  country: number | null
}

type Rows = readonly Pick<ResultRow, 'category' | 'country'>[]

const against = (rows: Rows, at: number) => {
  const own = rows[at]
  const sameCategory = rows.map(row => own?.category !== null && row.category === own?.category)
  const sameCountry = rows.map(row => row.country === own?.country)
  const median = (values: Node['values'], same: readonly boolean[]) =>
    medianOf(values.filter((_, entry) => same[entry]))
  return ({ path, title, points, values }: Node): AreaRow => ({
    path,
    title,
    points,
    value: values[at] ?? null,
    category: median(values, sameCategory),
    country: median(values, sameCountry),
  })
}

/** Each area of the top level for one entry, beside the medians of its category and its country. */
export const areasOf = (nodes: readonly Node[], rows: Rows, at: number): AreaRow[] =>
  nodes.filter(node => node.parent === null).map(against(rows, at))

export type Lead = AreaRow & { value: number; category: number; lead: number }

/**
 * The criteria where an entry is furthest ahead of its category's median and furthest behind, counted in points of the
 * total, since that is what moves a rank. Only criteria that score something themselves.
 */
export const strengthsOf = (
  nodes: readonly Node[],
  rows: Rows,
  at: number,
  most = 3,
): { strongest: Lead[]; weakest: Lead[] } => {
  const groups = new Set(nodes.map(node => node.parent))
  const leads = nodes
    .filter(node => !groups.has(node.path))
    .map(against(rows, at))
    .flatMap(({ value, category, ...area }): Lead[] =>
      value === null || category === null
        ? []
        : [{ ...area, value, category, lead: (value - category) * area.points }],
    )
  return {
    strongest: leads
      .filter(one => one.lead > 0)
      .sort((a, b) => b.lead - a.lead)
      .slice(0, most),
    weakest: leads
      .filter(one => one.lead < 0)
      .sort((a, b) => a.lead - b.lead)
      .slice(0, most),
  }
}
