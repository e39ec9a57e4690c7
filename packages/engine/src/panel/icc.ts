/** Intraclass correlation: how much of the spread of marks lies between what is marked, not between assessors. */
import { mean, sum } from '../score/statistics.ts'
import { fAbove, fExceeded } from './f-distribution.ts'
import { type FullTable, fullTableOf, tableOf } from './mark-table.ts'
import type { Item, Mark } from './marks.ts'

/** One form with its 95 % interval; null where it has no finite value. `f` (null: infinite, no error at all) tests it against 0. */
export type IccForm = {
  value: number | null
  low: number | null
  high: number | null
  f: number | null
  d1: number
  d2: number
  p: number
}

/**
 * 1 each item has its own assessors · 2 a sample of assessors marks all, their severities count · 3 these very assessors,
 * severities do not count; `single` for one mark, `average` for the mean of k.
 */
export type Icc = {
  items: number
  assessors: number
  /** Items left out because an assessor's mark is missing. */
  left: readonly Item[]
  /** Null when the items do not differ at all, but for what assessors add to every one. */
  forms: Record<'single' | 'average', readonly [one: IccForm, two: IccForm, three: IccForm]> | null
}

/**
 * ICC(1,1), (2,1), (3,1), (1,k), (2,k), (3,k) from the mean squares of n items × k assessors, with F-based intervals:
 *
 *     (1,1) (MSR − MSW)/(MSR + (k−1)MSW)                       (1,k) (MSR − MSW)/MSR
 *     (2,1) (MSR − MSE)/(MSR + (k−1)MSE + k(MSC − MSE)/n)      (2,k) (MSR − MSE)/(MSR + (MSC − MSE)/n)
 *     (3,1) (MSR − MSE)/(MSR + (k−1)MSE)                       (3,k) (MSR − MSE)/MSR
 *
 * Items that lack a mark are left out and named; nothing is filled in. No units.
 * Source: Shrout & Fleiss (1979), Psychological Bulletin 86, 420–428; intervals of (2,·): McGraw & Wong (1996),
 * Psychological Methods 1, 30–46, table 7.
 *
 * @throws PanelError as `tableOf`; `too-few` for fewer than two assessors or full items
 */
export const icc = (marks: readonly Mark[]): Icc => {
  const table = fullTableOf(tableOf(marks))
  return {
    items: table.items.length,
    assessors: table.assessors.length,
    left: table.left,
    forms: formsOf(table),
  }
}

type Squares = { n: number; k: number; rows: number; columns: number; error: number; within: number }

const squaresOf = ({ marks, assessors }: FullTable): Squares => {
  const n = marks.length
  const k = assessors.length
  const ofRow = marks.map(mean)
  const ofColumn = assessors.map((_, a) => mean(marks.map(row => row[a] ?? 0)))
  const grand = mean(ofRow)
  const squared = (values: readonly number[]) => sum(values.map(value => value * value))
  const within = squared(marks.flatMap((row, i) => row.map(mark => mark - (ofRow[i] ?? 0))))
  const error = squared(
    marks.flatMap((row, i) => row.map((mark, a) => mark - (ofRow[i] ?? 0) - (ofColumn[a] ?? 0) + grand)),
  )
  return {
    n,
    k,
    rows: (k * squared(ofRow.map(value => value - grand))) / (n - 1),
    columns: (n * squared(ofColumn.map(value => value - grand))) / (k - 1),
    error: error / ((n - 1) * (k - 1)),
    within: within / (n * (k - 1)),
  }
}

/** Rounding leaves a trace where a mean square is 0. */
const TRACE = 1e-24

const formsOf = (table: FullTable): Icc['forms'] => {
  const largest = table.marks.flat().reduce((most, mark) => Math.max(most, Math.abs(mark)), 0)
  const clean = (square: number) => (square <= TRACE * largest * largest ? 0 : square)
  const found = squaresOf(table)
  const [rows, columns] = [clean(found.rows), clean(found.columns)]
  const [error, within] = [clean(found.error), clean(found.within)]
  if (rows === 0 && error === 0) return null
  const { n, k } = found
  const one = byF(rows / within, { k, d1: n - 1, d2: n * (k - 1) })
  const three = byF(rows / error, { k, d1: n - 1, d2: (n - 1) * (k - 1) })
  const two = absolute({ n, k, rows, columns, error, within }, three.single)
  return {
    single: [one.single, two.single, three.single],
    average: [one.average, two.average, three.average],
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

type Pair = Record<'single' | 'average', IccForm>

/** (F − 1)/(F + k − 1) for one, 1 − 1/F for the mean of k; the interval takes F at its own limits. */
const byF = (f: number, { k, d1, d2 }: { k: number; d1: number; d2: number }): Pair => {
  const lower = f / fExceeded(0.025, d1, d2)
  const upper = f * fExceeded(0.025, d2, d1)
  const test = { f: finite(f), d1, d2, p: fAbove(f, d1, d2) }
  // Divided through by F, so that an infinite F gives 1.
  const single = (at: number) => (at < 1 ? (at - 1) / (at + k - 1) : (1 - 1 / at) / (1 + (k - 1) / at))
  const average = (at: number) => 1 - 1 / at
  const form = (of: (at: number) => number): IccForm => ({
    value: finite(of(f)),
    low: finite(of(lower)),
    high: finite(of(upper)),
    ...test,
  })
  return { single: form(single), average: form(average) }
}

/** ICC(2,1) and (2,k): the variance between assessors counts, so the interval's degrees of freedom are Satterthwaite's. */
const absolute = ({ n, k, rows, columns, error }: Squares, test: IccForm): Pair => {
  const value = (rows - error) / (rows + (k - 1) * error + (k * (columns - error)) / n)
  const limits = (): [number, number] => {
    if (columns === 0 && error === 0) return [1, 1]
    const a = (k * value) / (n * (1 - value))
    const b = 1 + (k * value * (n - 1)) / (n * (1 - value))
    const degrees =
      (a * columns + b * error) ** 2 / ((a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)))
    if (!(degrees > 0)) return [Number.NaN, Number.NaN]
    const spread = k * columns + (k * n - k - n) * error
    const below = fExceeded(0.025, n - 1, degrees)
    const above = fExceeded(0.025, degrees, n - 1)
    return [
      (n * (rows - below * error)) / (below * spread + n * rows),
      (n * (above * rows - error)) / (spread + n * above * rows),
    ]
  }
  const [low, high] = limits()
  // Spearman and Brown: of the mean of k, from that of one; a limit of −1/(k−1) or less has no counterpart.
  const ofMean = (one: number) => (1 + (k - 1) * one > 0 ? finite((k * one) / (1 + (k - 1) * one)) : null)
  return {
    single: { ...test, value: finite(value), low: finite(low), high: finite(high) },
    average: { ...test, value: ofMean(value), low: ofMean(low), high: ofMean(high) },
  }
}
