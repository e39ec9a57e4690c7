/** One entry's numbers over the years, as trends take them. */
import { ROOT_PATH } from '../score/plan.ts'
import type { Results } from '../score/results.ts'
import type { YearData } from '../steps/given.ts'
import type { Series } from './trends.ts'

/**
 * An indicator of one entry over the years, as it was read. A year in which the entry, the indicator or the number is
 * missing has none.
 */
export const seriesOfNumber = (years: readonly YearData[], id: string, entry: string): Series =>
  years.map(({ year, data }) => {
    const column = data.columns[id]
    const values = column?.kind === 'number' ? column.values : null
    return { year, value: numberAt(values, data.ids.indexOf(entry)) }
  })

/**
 * A criterion's value of one entry over the years, 0..1; the total where no path is given. Values of relative rules can be
 * compared between years only where the rubric says `years: 'pooled'`.
 *
 * @param years as `evaluateYears` returns them
 */
export const seriesOfNode = (
  years: readonly { year: number; results: Results }[],
  entry: string,
  path = ROOT_PATH,
): Series =>
  years.map(({ year, results }) => {
    const node = path === ROOT_PATH ? results.total : results.nodes.get(path)
    return { year, value: numberAt(node?.values ?? null, results.ids.indexOf(entry)) }
  })

const numberAt = (values: Float64Array | null, row: number): number | null => {
  const value = values?.[row]
  return value === undefined || Number.isNaN(value) ? null : value
}
