/** How one number of one entry went over the years. */
import { mean, sum } from '../score/statistics.ts'

/** One number per year, in any order; null = none that year. */
export type Series = readonly { year: number; value: number | null }[]

export type Observation = { year: number; value: number }

export type TrendGap =
  /** Fewer than two numbers. */
  | 'too-few'
  /** Growth of, or in per cent of, a number that is not above 0 says nothing. */
  | 'not-positive'
  /** Beyond what a double holds. */
  | 'too-great'

export type SeriesTrend = {
  /** As a share per year for `annualGrowth`, in per cent for `percentChange`; null with a reason. */
  change: number | null
  reason: TrendGap | null
  /** Share of the years that have a number, and the first and last that do. */
  available: number
  first: number | null
  last: number | null
}

/**
 * The years that have a number, ascending.
 *
 * @throws RangeError for a year that stands twice; so do all that take a series here
 */
export const observed = (series: Series): Observation[] =>
  inOrder(series).flatMap(({ year, value }) =>
    value === null || !Number.isFinite(value) ? [] : [{ year, value }],
  )

const inOrder = (series: Series): Series => {
  const sorted = [...series].sort((a, b) => a.year - b.year)
  const twice = sorted.find(({ year }, i) => year === sorted[i - 1]?.year)
  if (twice) throw new RangeError(`${twice.year} stands twice in the series. Allowed: one number a year.`)
  return sorted
}

/**
 * Compound annual growth rate between the first and the last number, (yₙ/y₁)^(1/(tₙ−t₁)) − 1; 0 where the two are equal.
 * Only of numbers above 0 (the last may be 0): COINr's `CAGR` divides by 0, or takes the ratio of two debts for growth.
 *
 * @returns a share per year: 0.02 is 2 % a year
 */
export const annualGrowth = (series: Series): SeriesTrend =>
  trendOf(series, points => {
    const [first, last] = endsOf(points)
    if (first.value === last.value) return 0
    if (first.value <= 0 || last.value < 0) return null
    const years = last.year - first.year
    const ratio = last.value / first.value
    // Over many years a share per year can be told even of a ratio that no double holds.
    return ratio > 0 && Number.isFinite(ratio)
      ? ratio ** (1 / years) - 1
      : Math.expm1((Math.log(last.value) - Math.log(first.value)) / years)
  })

/**
 * Change in per cent of where the series starts, per `per` years: with three numbers or more from the line of least squares
 * y = a + b·t, 100·per·b/(a + b·t₁); with two from both, 100·(y₂−y₁)/y₁·per/(t₂−t₁); 0 where all numbers are equal.
 * Only where the start is above 0. As COINr's `prc_change`.
 */
export const percentChange = (series: Series, per = 1): SeriesTrend =>
  trendOf(series, points => {
    const { slope, start } = lineOf(points)
    if (points.every(({ value }) => value === points[0]?.value)) return 0
    return start > 0 ? (100 * per * slope) / start : null
  })

const trendOf = (
  series: Series,
  changeOf: (points: readonly Observation[]) => number | null,
): SeriesTrend => {
  const points = observed(series)
  const found = points.length < 2 ? null : changeOf(points)
  return {
    ...changed(points, found),
    available: series.length === 0 ? 0 : points.length / series.length,
    first: points[0]?.year ?? null,
    last: points[points.length - 1]?.year ?? null,
  }
}

const changed = (
  points: readonly Observation[],
  change: number | null,
): Pick<SeriesTrend, 'change' | 'reason'> => {
  if (points.length < 2) return { change: null, reason: 'too-few' }
  if (change === null) return { change, reason: 'not-positive' }
  return Number.isFinite(change) ? { change, reason: null } : { change: null, reason: 'too-great' }
}

const endsOf = (points: readonly Observation[]): [Observation, Observation] => [
  points[0] as Observation,
  points[points.length - 1] as Observation,
]

/** Least squares over years counted from their mean, so that four-digit years cost no digits. */
const lineOf = (points: readonly Observation[]): { slope: number; start: number } => {
  const years = points.map(({ year }) => year)
  const values = points.map(({ value }) => value)
  const [middle, level] = [mean(years), mean(values)]
  const slope =
    sum(points.map(({ year, value }) => (year - middle) * (value - level))) /
    sum(years.map(year => (year - middle) ** 2))
  return { slope, start: level + slope * ((years[0] as number) - middle) }
}

/**
 * The last `count` years up to the last number, gaps among them included; empty where the series does not go back so far.
 * COINr's `use_latest` gives nothing either where they are exactly the whole series.
 */
export const latest = (series: Series, count: number): Series => {
  const sorted = inOrder(series)
  const end = sorted.findLastIndex(({ value }) => value !== null) + 1
  return end < count ? [] : sorted.slice(end - count, end)
}

/**
 * Fills years on the straight line between the numbers before and after; never beyond the first and last number.
 *
 * @param years where to fill; years that the series does not have are added. All of its own where absent.
 */
export const interpolated = (
  series: Series,
  years: readonly number[] = series.map(({ year }) => year),
): Series => {
  const points = observed(series)
  const known = new Map(series.map(({ year, value }) => [year, value]))
  const all = [...new Set([...known.keys(), ...years])].sort((a, b) => a - b)
  return all.map(year => {
    const value = known.get(year) ?? null
    return { year, value: value ?? (years.includes(year) ? lineAt(points, year) : null) }
  })
}

const lineAt = (points: readonly Observation[], year: number): number | null => {
  const before = points.findLast(point => point.year <= year)
  const after = points.find(point => point.year >= year)
  if (!before || !after) return null
  if (before.year === after.year) return before.value
  const along = (year - before.year) / (after.year - before.year)
  return before.value + along * (after.value - before.value)
}
