/** How severe each assessor is, by the additive model, and what the marks would be from an assessor of average severity. */
import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { mean, sum } from '../score/statistics.ts'
import { type MarkTable, rowsByItem, tableOf } from './mark-table.ts'
import type { Item, Mark } from './marks.ts'
import { type Overlap, overlapOf, type Refusal, refusalOf } from './overlap.ts'

export type Severities = {
  /** Positive: marks lower than others mark the same. They sum to 0. `se` is null where no residual is left to judge by. */
  assessors: readonly { assessor: string; severity: number; se: number | null }[]
  items: readonly (Item & { mark: number })[]
  /** Standard deviation of what neither item nor assessor explains; null with no degrees of freedom left. */
  residual: number | null
  degrees: number
}

export type Severity = {
  overlap: Overlap
  raw: {
    assessors: readonly { assessor: string; marks: number; mean: number }[]
    items: readonly (Item & { marks: number; mean: number })[]
  }
} & ({ adjusted: Severities; refused: null } | { adjusted: null; refused: Refusal })

/**
 * Additive model by least squares: mark = item − severity + residual, Σ severity = 0. An item is one criterion of one
 * entry (an entry, where marks name no criterion), so that only marks of the same thing are compared. The adjusted mark of an
 * item is the mean of mark + severity over those who marked it. With items eliminated, L s = b with
 * L = diag(nₐ) − Σᵢ 1/nᵢ (a Laplacian, made regular by adding 1/A), bₐ = Σ (mean of the item − mark);
 * se² = σ̂² · L⁺ₐₐ, σ̂² = residual sum of squares / (marks − items − assessors + 1).
 *
 * Never adjusted unless comparisons link all assessors and each shares at least `least` entries with others; then
 * `refused` says what is lacking, and `raw` is all there is.
 *
 * Units: marks. Source: Scheffé (1959), *The Analysis of Variance*, ch. 4 (two-way layout, unequal numbers); for raters:
 * Braun (1988), Journal of Educational Statistics 13, 1–18.
 *
 * @param least entries that an assessor must share with others, at least 1
 * @throws PanelError as `tableOf`; `bad-option` when `least` is no whole number of 1 or more
 */
export const severity = (marks: readonly Mark[], { least }: { least: number }): Severity => {
  const table = tableOf(marks)
  const overlap = overlapOf(table, 'item')
  const lists = rowsByItem(table)
  const raw = {
    assessors: table.assessors.map((assessor, a) => {
      const own = table.rows.filter(row => row.assessor === a).map(row => row.mark)
      return { assessor, marks: own.length, mean: mean(own) }
    }),
    items: table.items.map((item, i) => {
      const own = (lists[i] ?? []).map(row => row.mark)
      return { ...item, marks: own.length, mean: mean(own) }
    }),
  }
  const refused = refusalOf(overlap, least)
  if (refused) return { overlap, raw, adjusted: null, refused }
  return { overlap, raw, adjusted: solve(table), refused: null }
}

const solve = (table: MarkTable): Severities => {
  const n = table.assessors.length
  const lists = rowsByItem(table)
  const laplacian = Matrix.ones(n, n).div(n)
  const gaps: number[][] = table.assessors.map(() => [])
  for (const list of lists) {
    const middle = mean(list.map(row => row.mark))
    for (const { assessor: a, mark } of list) {
      gaps[a]?.push(middle - mark)
      laplacian.set(a, a, laplacian.get(a, a) + 1)
      for (const { assessor: b } of list) laplacian.set(a, b, laplacian.get(a, b) - 1 / list.length)
    }
  }
  const inverse = new CholeskyDecomposition(laplacian).solve(Matrix.eye(n, n))
  const right = gaps.map(sum)
  const free = inverse.to2DArray().map(row => sum(row.map((value, a) => value * (right[a] ?? 0))))
  // The exact solution sums to 0; what rounding leaves of the sum is taken out.
  const drift = mean(free)
  const severities = free.map(value => value - drift)
  const adjusted = lists.map(list => mean(list.map(row => row.mark + (severities[row.assessor] ?? 0))))
  const squares = lists.flatMap((list, i) =>
    list.map(row => (row.mark + (severities[row.assessor] ?? 0) - (adjusted[i] ?? 0)) ** 2),
  )
  const degrees = table.rows.length - table.items.length - n + 1
  const residual = degrees > 0 ? Math.sqrt(sum(squares) / degrees) : null
  return {
    assessors: table.assessors.map((assessor, a) => ({
      assessor,
      severity: severities[a] ?? 0,
      se: residual === null ? null : residual * Math.sqrt(Math.max(0, inverse.get(a, a) - 1 / n)),
    })),
    items: table.items.map((item, i) => ({ ...item, mark: adjusted[i] ?? 0 })),
    residual,
    degrees,
  }
}
