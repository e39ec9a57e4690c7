import type { Data, Row } from '@tumstock/engine/data'
import { resultsOf } from '@tumstock/engine/evaluate'
import { callsOf } from '@tumstock/engine/functions'
import { type Leaves, scoreLeaves } from '@tumstock/engine/leaves'
import { compile, type Plan, withWeights } from '@tumstock/engine/plan'
import { quantile } from '@tumstock/engine/profile'
import type { Results } from '@tumstock/engine/results'
import { tabulate } from '@tumstock/engine/tabulate'
import type { RubricData } from '@tumstock/rubric/contract'
import { isError } from './rubric-error.ts'

export type Weights = Readonly<Record<string, number>>

/** The last data with everything computed that does not depend on weights. */
export type Tried = { plan: Plan; data: Data; leaves: Leaves }

/** `functions`: some criteria are scored by code that only runs on the server. */
export type Prepared = Tried | { impossible: 'functions' | 'no-data' }

/**
 * Scores the leaves once, so that each move of a weight only combines and ranks.
 *
 * @throws RubricError when the rows do not fit the rubric
 */
export const prepare = (rubric: RubricData, rows: readonly Row[]): Prepared => {
  if (rows.length === 0) return { impossible: 'no-data' }
  const plan = compile(rubric)
  const data = tabulate(rubric, rows)
  if (callsOf(plan, data).length > 0) return { impossible: 'functions' }
  return { plan, data, leaves: scoreLeaves(plan, data) }
}

/** The results under other weights; null where the weights cannot be used (all of a group's are 0). */
export const tryWeights = ({ plan, data, leaves }: Tried, weights: Weights): Results | null => {
  const known = Object.fromEntries(Object.entries(weights).filter(([path]) => plan.indexByPath.has(path)))
  try {
    return resultsOf(withWeights(plan, known), data, leaves)
  } catch (error) {
    if (isError(error, 'zero-weight')) return null
    throw error
  }
}

/** An entry's place now, and how many places it went up (down: negative) against before. */
export type Moved = {
  entry: number
  rank: number
  rise: number
  categoryRank: number
  categoryRise: number
}

export type Moves = {
  /** Ranked entries, best first. */
  rows: readonly Moved[]
  /** How many change their rank within their category, of how many that have one. */
  changed: number
  of: number
}

export const movesOf = (before: Results, after: Results): Moves => {
  const rows: Moved[] = []
  let changed = 0
  let of = 0
  for (let entry = 0; entry < after.ids.length; entry++) {
    const rank = after.rank[entry] ?? 0
    const categoryRank = after.categoryRank[entry] ?? 0
    const categoryRise = rise(before.categoryRank[entry], categoryRank)
    if (categoryRank > 0) of++
    if (categoryRank > 0 && categoryRise !== 0) changed++
    if (rank > 0) rows.push({ entry, rank, rise: rise(before.rank[entry], rank), categoryRank, categoryRise })
  }
  return { rows: rows.sort((a, b) => a.rank - b.rank || a.entry - b.entry), changed, of }
}

const rise = (before: number | undefined, now: number) => (before && now ? before - now : 0)

/** How values lie: the middle half, the median, and where all but a tenth at either end are. 0..1; null without values. */
export type Spread = { p10: number; p25: number; median: number; p75: number; p90: number; n: number }

export const spreadOf = (values: Float64Array | undefined): Spread | null => {
  const known = values?.filter(value => !Number.isNaN(value)).sort()
  if (!known || known.length === 0) return null
  const at = (share: number) => quantile(known, share)
  return { p10: at(0.1), p25: at(0.25), median: at(0.5), p75: at(0.75), p90: at(0.9), n: known.length }
}
