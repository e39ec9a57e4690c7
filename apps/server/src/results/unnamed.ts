import { sees } from '../policy.ts'
import type { RoundStanding } from '../standing.ts'
import type { NodeColumn, ResultRow, ResultsBody } from './view.ts'

/** Of which anonymous entries the asker may know who they are: all, or those that they take part in. */
export const knownTo = (standing: Pick<RoundStanding, 'roles' | 'phases' | 'seats'>) => {
  if (sees(standing, 'entry.anonymous')) return () => true
  const own = new Set(
    standing.seats.flatMap(({ role, entryId }) =>
      role === 'lead' || role === 'contributor' ? [entryId] : [],
    ),
  )
  return (entry: string): boolean => own.has(entry)
}

/**
 * Results without who the anonymous entries are. Of these only the total is left: what they scored criterion by criterion
 * could be held against open statistics, or against a year in which they were named.
 */
export function withoutNames(body: ResultsBody, isKnown: (entry: string) => boolean): ResultsBody {
  const isHidden = (row: ResultRow) => row.participation === 'anonymous' && !isKnown(row.entry)
  const hidden = new Set(body.rows.flatMap((row, at) => (isHidden(row) ? [at] : [])))
  if (hidden.size === 0) return body
  const ids = new Set(body.rows.flatMap(row => (isHidden(row) ? [row.entry] : [])))
  const cleared = <C extends Pick<NodeColumn, 'values' | 'coverage'>>(column: C): C => ({
    ...column,
    values: column.values.map((value, at) => (hidden.has(at) ? null : value)),
    coverage: column.coverage.map((share, at) => (hidden.has(at) ? 0 : share)),
  })
  let number = 0
  return {
    ...body,
    rows: body.rows.map((row, at) => (hidden.has(at) ? unnamed(row, ++number) : row)),
    nodes: body.nodes.map(column => ({
      ...cleared(column),
      ...(column.restsOn && { restsOn: column.restsOn.map((on, at) => (hidden.has(at) ? null : on)) }),
    })),
    dimensions: body.dimensions.map(cleared),
    errors: body.errors.filter(error => !ids.has(error.entry)),
  }
}

const unnamed = ({ score, percent, points, coverage, outcome }: ResultRow, number: number): ResultRow => ({
  entry: `anonymous-${number}`,
  units: [],
  name: '',
  country: '',
  kind: '',
  county: null,
  population: null,
  category: null,
  score,
  percent,
  points,
  rank: null,
  categoryRank: null,
  tied: false,
  categoryTied: false,
  coverage,
  outcome,
  flags: ['anonymous'],
  position: null,
  participation: 'anonymous',
})
