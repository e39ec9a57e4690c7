/** Agreement of assessors with missing marks: Krippendorff's α and its interval. */
import { quantile } from '../compare/profile.ts'
import { TIE } from '../score/places.ts'
import { sum } from '../score/statistics.ts'
import { uniform } from '../uncertainty/random.ts'
import { checkDraws, type Draws } from './draws.ts'
import { itemName, rowsByItem, tableOf } from './mark-table.ts'
import type { Item, Mark } from './marks.ts'
import { PanelError } from './panel-error.ts'

/** What a difference between two marks means: any · of place · of amount · in proportion. */
export type Measurement = 'nominal' | 'ordinal' | 'interval' | 'ratio'

export type Alpha = {
  /** 1 = perfect, 0 = as by chance, below 0 = worse; null when all marks that can be paired are the same. */
  alpha: number | null
  observed: number
  expected: number
  /** Items with two marks or more; only they say anything. */
  items: number
  marks: number
}

/**
 * Krippendorff's α = 1 − Dₒ/Dₑ. Of the items with mᵤ ≥ 2 marks (n marks in all), with δ² by measurement:
 *
 *     Dₒ = (1/n) Σᵤ Σ_{i≠j in u} δ²(mᵢ, mⱼ) / (mᵤ − 1)        Dₑ = Σ_{c,k} n_c n_k δ²(c, k) / (n (n − 1))
 *
 * nominal [c ≠ k] · ordinal (Σ_{g=c..k} n_g − (n_c + n_k)/2)² · interval (c − k)² · ratio ((c − k)/(c + k))².
 * Marks within 1e-12 of each other, relative, are the same mark.
 * Source: Krippendorff (2011), *Computing Krippendorff's Alpha-Reliability*, University of Pennsylvania.
 *
 * @throws PanelError as `tableOf`; `too-few` when no item has two marks; `bad-mark` for a negative mark under `ratio`
 */
export const krippendorff = (marks: readonly Mark[], measurement: Measurement): Alpha =>
  alphaOf(codedOf(marks, measurement), measurement)

export type AlphaInterval = Alpha & {
  low: number | null
  high: number | null
  /** Draws in which all marks were the same, so that α was not defined; they are left out of the interval. */
  undefinedDraws: number
}

/**
 * α with the 95 % percentile interval of a bootstrap over items (each draw takes as many items as there are, with
 * replacement; quantiles of R's type 7). The same seed gives the same interval everywhere.
 * Source: Zapf, Castell, Morawietz & Karch (2016), BMC Medical Research Methodology 16:93.
 *
 * @throws PanelError as `krippendorff`; `too-few` for fewer than 1 draw; `bad-option` for a seed that is none
 */
export const krippendorffInterval = (
  marks: readonly Mark[],
  measurement: Measurement,
  { seed, draws }: Draws,
): AlphaInterval => {
  checkDraws({ seed, draws }, 1)
  const { values, units } = codedOf(marks, measurement)
  const drawn: number[] = []
  for (let d = 0; d < draws; d++) {
    const again = units.map((_, i) => units[Math.floor(uniform(seed, d, i) * units.length)] as Int32Array)
    const { alpha } = alphaOf({ values, units: again }, measurement)
    if (alpha !== null) drawn.push(alpha)
  }
  const sorted = Float64Array.from(drawn).sort()
  const at = (p: number) => (sorted.length === 0 ? null : quantile(sorted, p))
  return {
    ...alphaOf({ values, units }, measurement),
    low: at(0.025),
    high: at(0.975),
    undefinedDraws: draws - drawn.length,
  }
}

/** The different marks, ascending, and the places among them of each item's marks, for items that have two or more. */
type Coded = { values: readonly number[]; units: readonly Int32Array[] }

const codedOf = (marks: readonly Mark[], measurement: Measurement): Coded => {
  const table = tableOf(marks)
  if (measurement === 'ratio')
    for (const { item, assessor, mark } of table.rows)
      if (mark < 0)
        throw new PanelError(
          'bad-mark',
          `${table.assessors[assessor]} on ${itemName(table.items[item] as Item)}: ${mark} has no ratio. Allowed: 0 or more.`,
        )
  const lists = rowsByItem(table).filter(rows => rows.length > 1)
  if (lists.length === 0)
    throw new PanelError('too-few', 'no item was marked by two assessors. Needed: at least one.')
  const { values, placeOf } = valuesOf(lists.flat().map(row => row.mark))
  return { values, units: lists.map(rows => Int32Array.from(rows, row => placeOf.get(row.mark) ?? 0)) }
}

/** The different marks, ascending: what differs from the least of its kind by rounding alone is of that kind. */
const valuesOf = (marks: readonly number[]): { values: readonly number[]; placeOf: Map<number, number> } => {
  const values: number[] = []
  const placeOf = new Map<number, number>()
  for (const mark of [...new Set(marks)].sort((a, b) => a - b)) {
    const last = values[values.length - 1]
    if (last === undefined || mark - last > TIE * Math.max(Math.abs(mark), Math.abs(last))) values.push(mark)
    placeOf.set(mark, values.length - 1)
  }
  return { values, placeOf }
}

const alphaOf = ({ values, units }: Coded, measurement: Measurement): Alpha => {
  const counts = values.map(() => 0)
  let n = 0
  for (const unit of units)
    for (const value of unit) {
      counts[value] = (counts[value] ?? 0) + 1
      n++
    }
  const { apart, inAll } = metricOf(values, counts, measurement)
  const observed = sum(units.map(unit => pairsIn(unit, apart) / (unit.length - 1))) / n
  const expected = inAll / (n * (n - 1))
  return {
    alpha: counts.filter(count => count > 0).length > 1 ? 1 - observed / expected : null,
    observed,
    expected,
    items: units.length,
    marks: n,
  }
}

const pairsIn = (unit: Int32Array, apart: Metric['apart']): number => {
  let total = 0
  for (let i = 1; i < unit.length; i++)
    for (let j = 0; j < i; j++) total += apart(unit[i] as number, unit[j] as number)
  return 2 * total
}

/** δ² of the values at two places, and its sum over all pairs of marks, whatever they are of. */
type Metric = { apart: (i: number, j: number) => number; inAll: number }

const metricOf = (values: readonly number[], counts: readonly number[], measurement: Measurement): Metric => {
  const squared = (points: readonly number[]): Metric => ({
    apart: (i, j) => ((points[i] as number) - (points[j] as number)) ** 2,
    inAll: squaresOf(points, counts),
  })
  switch (measurement) {
    case 'nominal': {
      const n = sum(counts)
      return { apart: (i, j) => (i === j ? 0 : 1), inAll: n * n - sum(counts.map(count => count * count)) }
    }
    case 'interval':
      return squared(values)
    case 'ordinal': {
      // The sum between two values, less half of each, is the distance of their mid-places.
      let before = 0
      return squared(
        counts.map(count => {
          before += count
          return before - count / 2
        }),
      )
    }
    case 'ratio': {
      const apart = (i: number, j: number) => {
        const [a, b] = [values[i] as number, values[j] as number]
        return i === j ? 0 : ((a - b) / (a + b)) ** 2
      }
      return { apart, inAll: ratiosOf(values, counts) }
    }
  }
}

/** Σ over all pairs of ((a − b)/(a + b))²; the values are different, so that of two at most one is 0. */
const ratiosOf = (values: readonly number[], counts: readonly number[]): number => {
  const from = new Float64Array(values.length)
  for (let i = 1; i < from.length; i++) {
    const a = values[i] as number
    let total = 0
    for (let j = 0; j < i; j++) {
      const b = values[j] as number
      total += (counts[j] as number) * ((a - b) / (a + b)) ** 2
    }
    from[i] = 2 * (counts[i] as number) * total
  }
  return sum(from)
}

/** Σ over all pairs of (a − b)², which is 2n Σ (a − mean)². */
const squaresOf = (values: readonly number[], counts: readonly number[]): number => {
  const n = sum(counts)
  const middle = sum(values.map((value, i) => (counts[i] ?? 0) * value)) / n
  return 2 * n * sum(values.map((value, i) => (counts[i] ?? 0) * (value - middle) ** 2))
}
