/** Agreement of assessors with missing marks: Krippendorff's α and its interval. */
import { quantile } from '../compare/profile.ts'
import { sum } from '../score/statistics.ts'
import { uniform } from '../uncertainty/random.ts'
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
 * Source: Krippendorff (2011), *Computing Krippendorff's Alpha-Reliability*, University of Pennsylvania.
 *
 * @throws PanelError as `tableOf`; `too-few` when no item has two marks; `bad-mark` for a negative mark under `ratio`
 */
export const krippendorff = (marks: readonly Mark[], measurement: Measurement): Alpha =>
  alphaOf(pairable(marks, measurement), measurement)

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
 * @throws PanelError as `krippendorff`; `too-few` for fewer than 1 draw
 */
export const krippendorffInterval = (
  marks: readonly Mark[],
  measurement: Measurement,
  { seed, draws }: { seed: number; draws: number },
): AlphaInterval => {
  if (!(draws >= 1)) throw new PanelError('too-few', `${draws} draws. Needed: at least 1.`)
  const units = pairable(marks, measurement)
  const drawn: number[] = []
  for (let d = 0; d < draws; d++) {
    const again = units.map((_, i) => units[Math.floor(uniform(seed, d, i) * units.length)] as number[])
    const { alpha } = alphaOf(again, measurement)
    if (alpha !== null) drawn.push(alpha)
  }
  const sorted = Float64Array.from(drawn).sort()
  const at = (p: number) => (sorted.length === 0 ? null : quantile(sorted, p))
  return {
    ...alphaOf(units, measurement),
    low: at(0.025),
    high: at(0.975),
    undefinedDraws: draws - drawn.length,
  }
}

/** The marks of each item that has two or more. */
const pairable = (marks: readonly Mark[], measurement: Measurement): number[][] => {
  const table = tableOf(marks)
  if (measurement === 'ratio')
    for (const { item, assessor, mark } of table.rows)
      if (mark < 0)
        throw new PanelError(
          'bad-mark',
          `${table.assessors[assessor]} on ${itemName(table.items[item] as Item)}: ${mark} has no ratio. Allowed: 0 or more.`,
        )
  const units = rowsByItem(table)
    .filter(rows => rows.length > 1)
    .map(rows => rows.map(row => row.mark))
  if (units.length === 0)
    throw new PanelError('too-few', 'no item was marked by two assessors. Needed: at least one.')
  return units
}

const alphaOf = (units: readonly (readonly number[])[], measurement: Measurement): Alpha => {
  const counts = new Map<number, number>()
  for (const value of units.flat()) counts.set(value, (counts.get(value) ?? 0) + 1)
  const values = [...counts.keys()].sort((a, b) => a - b)
  const n = units.reduce((all, unit) => all + unit.length, 0)
  const { apart, inAll } = metricOf(
    values,
    values.map(value => counts.get(value) ?? 0),
    measurement,
  )
  const within = units.map(unit => sum(unit.flatMap(a => unit.map(b => apart(a, b)))) / (unit.length - 1))
  const observed = sum(within) / n
  const expected = inAll / (n * (n - 1))
  return {
    alpha: values.length > 1 ? 1 - observed / expected : null,
    observed,
    expected,
    items: units.length,
    marks: n,
  }
}

/** δ² of two values, and its sum over all pairs of marks whatever they are of. */
type Metric = { apart: (a: number, b: number) => number; inAll: number }

const metricOf = (values: readonly number[], counts: readonly number[], measurement: Measurement): Metric => {
  const n = sum(counts)
  switch (measurement) {
    case 'nominal':
      return { apart: (a, b) => (a === b ? 0 : 1), inAll: n * n - sum(counts.map(count => count * count)) }
    case 'interval':
      return { apart: (a, b) => (a - b) ** 2, inAll: squaresOf(values, counts) }
    case 'ordinal': {
      // The sum between two values, less half of each, is the distance of their mid-places.
      let before = 0
      const places = counts.map(count => {
        before += count
        return before - count / 2
      })
      const placeOf = new Map(values.map((value, i) => [value, places[i] ?? 0]))
      return {
        apart: (a, b) => ((placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0)) ** 2,
        inAll: squaresOf(places, counts),
      }
    }
    case 'ratio': {
      const apart = (a: number, b: number) => (a === b ? 0 : ((a - b) / (a + b)) ** 2)
      const from = (a: number) => sum(values.map((b, j) => (counts[j] ?? 0) * apart(a, b)))
      return { apart, inAll: sum(values.map((a, i) => (counts[i] ?? 0) * from(a))) }
    }
  }
}

/** Σ over all pairs of (a − b)², which is 2n Σ (a − mean)². */
const squaresOf = (values: readonly number[], counts: readonly number[]): number => {
  const n = sum(counts)
  const middle = sum(values.map((value, i) => (counts[i] ?? 0) * value)) / n
  return 2 * n * sum(values.map((value, i) => (counts[i] ?? 0) * (value - middle) ** 2))
}
