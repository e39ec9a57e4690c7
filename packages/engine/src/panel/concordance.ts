/** Whether assessors put things into the same order: Kendall's W. */
import { midRanks } from '../analysis/places.ts'
import { mean, sum } from '../score/statistics.ts'
import { fAbove } from './f-distribution.ts'
import { fullTableOf, tableOf } from './mark-table.ts'
import type { Item, Mark } from './marks.ts'

export type Concordance = {
  /** 0 = no agreement, 1 = the same order; null when every assessor gave everything the same mark. */
  w: number | null
  /** W as it would be without the correction for ties. */
  uncorrected: number
  /** m (n − 1) W, about χ² with n − 1 degrees of freedom for many items. */
  chiSquare: number | null
  /** From F, which holds for few items and assessors too; null when its degrees of freedom are 0 (two of each). */
  p: number | null
  items: number
  assessors: number
  /** Items left out because an assessor's mark is missing. */
  left: readonly Item[]
}

/**
 * Kendall's coefficient of concordance of m assessors over n items, from mid-ranks with sums Rᵢ:
 *
 *     W = 12 Σ(Rᵢ − R̄)² / (m²(n³ − n) − m Σ(t³ − t))       t: sizes of the groups of ties, over all assessors
 *     F = (m − 1)W/(1 − W) with n − 1 − 2/m and (m − 1)(n − 1 − 2/m) degrees of freedom
 *
 * Items that lack a mark are left out and named.
 * Source: Kendall & Babington Smith (1939), Annals of Mathematical Statistics 10, 275–287; why F and not χ²: Legendre (2005),
 * Journal of Agricultural, Biological, and Environmental Statistics 10, 226–245.
 *
 * @throws PanelError as `tableOf`; `too-few` for fewer than two assessors or full items
 */
export const concordance = (marks: readonly Mark[]): Concordance => {
  const table = fullTableOf(tableOf(marks))
  const n = table.items.length
  const m = table.assessors.length
  const columns = table.assessors.map((_, a) => Float64Array.from(table.marks, row => row[a] ?? 0))
  const ranks = columns.map(midRanks)
  const sums = table.items.map((_, i) => sum(ranks.map(column => column[i] ?? 0)))
  const middle = mean(sums)
  const spread = 12 * sum(sums.map(value => (value - middle) ** 2))
  const ties = sum(ranks.map(tiesIn))
  const most = m * m * (n ** 3 - n)
  const w = most - m * ties > 0 ? Math.min(1, spread / (most - m * ties)) : null
  const d1 = n - 1 - 2 / m
  return {
    w,
    uncorrected: spread / most,
    chiSquare: w === null ? null : m * (n - 1) * w,
    p: w === null || d1 <= 0 ? null : fAbove(((m - 1) * w) / (1 - w), d1, (m - 1) * d1),
    items: n,
    assessors: m,
    left: table.left,
  }
}

/** Σ(t³ − t) over the groups of equal ranks. */
const tiesIn = (ranks: Float64Array): number => {
  const sizes = new Map<number, number>()
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1)
  return sum([...sizes.values()].map(t => t ** 3 - t))
}
