import { TIE } from '../score/places.ts'
import { deviation, kurtosis, mean, skewness } from '../score/statistics.ts'
import type { Table } from './table.ts'

/** Where a column is pointed out. Shares are of the entries for `available`, of the numbers for the rest. */
export type Limits = {
  available: number
  nonZero: number
  unique: number
  skewness: number
  kurtosis: number
}

/** Those of COINr's `get_stats` and of the European Commission's COIN Tool. */
export const LIMITS: Limits = { available: 0.65, nonZero: 0.5, unique: 0.5, skewness: 2, kurtosis: 3.5 }

export type Flag = 'few' | 'zeros' | 'repeated' | 'outliers'

export type Description = {
  id: string
  /** Numbers that there are, that are not 0, that differ, and that share the commonest value. */
  available: number
  nonZero: number
  unique: number
  same: number
  /** The same as shares: of all entries, then of the numbers (null where there are none). */
  shares: { available: number; nonZero: number | null; unique: number | null; same: number | null }
  /** Null without numbers. */
  least: number | null
  most: number | null
  mean: number | null
  median: number | null
  /** With n − 1; null below 2 numbers. */
  sd: number | null
  /** G1 and excess G2, adjusted for the sample; null below 3 and 4 numbers, or where all are equal to 1e-12. */
  skewness: number | null
  kurtosis: number | null
  flags: readonly Flag[]
}

/**
 * Describes every column of a table; nothing is rounded and a figure that does not exist is null.
 *
 *     G1 = √(n(n−1))/(n−2) · m₃/m₂^1.5,   G2 = (n−1)/((n−2)(n−3)) · ((n+1)(m₄/m₂² − 3) + 6),   mₖ = Σ(x−x̄)ᵏ/n
 *
 * Flags: `few` numbers available, many `zeros`, many `repeated` values (each below its limit), and `outliers` where both
 * |G1| and G2 are above theirs. Shares for `zeros` and `repeated` are taken among the numbers that there are: COINr's flags
 * divide by all entries, so that there a gap counts as a zero, against its own documentation.
 * Source: Joanes & Gill, The Statistician 47 (1998); OECD & JRC, Handbook on Constructing Composite Indicators (2008).
 *
 * @returns one description per column, in the order of the table
 */
export const describe = (table: Table, limits: Limits = LIMITS): Description[] =>
  table.columns.map(({ id, values }) => {
    const ascending = values.filter(value => !Number.isNaN(value)).sort()
    const n = ascending.length
    const counts = countsOf(ascending)
    const share = (count: number) => (n === 0 ? null : count / n)
    const shares = {
      available: table.entries.length === 0 ? 0 : n / table.entries.length,
      nonZero: share(counts.nonZero),
      unique: share(counts.unique),
      same: share(counts.same),
    }
    const spread = n > 0 && spreads(ascending[0] as number, ascending[n - 1] as number)
    const shape = {
      skewness: spread && n > 2 ? skewness(ascending) : null,
      kurtosis: spread && n > 3 ? kurtosis(ascending) : null,
    }
    return {
      id,
      available: n,
      ...counts,
      shares,
      least: ascending[0] ?? null,
      most: ascending[n - 1] ?? null,
      mean: n > 0 ? mean(ascending) : null,
      median: medianOf(ascending),
      sd: n > 1 ? deviation(ascending) : null,
      ...shape,
      flags: flagsOf(shares, shape, limits),
    }
  })

/** Whether there is more between two numbers than rounding, of which moments would be noise. */
const spreads = (least: number, most: number): boolean =>
  most / 2 - least / 2 > (TIE * Math.max(Math.abs(least), Math.abs(most))) / 2

const countsOf = (ascending: Float64Array) => {
  let unique = 0
  let same = 0
  let zeros = 0
  let run = 0
  ascending.forEach((value, i) => {
    const again = i > 0 && value === ascending[i - 1]
    run = again ? run + 1 : 1
    if (!again) unique++
    if (value === 0) zeros++
    same = Math.max(same, run)
  })
  return { nonZero: ascending.length - zeros, unique, same }
}

const medianOf = (ascending: Float64Array): number | null => {
  const half = ascending.length / 2
  const low = ascending[Math.ceil(half) - 1]
  const high = ascending[Math.floor(half)]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Of four numbers of which one stands apart the skewness is 2 but for rounding, which depends on their unit. */
const SLACK = 1e-12

const flagsOf = (
  shares: Description['shares'],
  shape: Pick<Description, 'skewness' | 'kurtosis'>,
  limits: Limits,
): Flag[] => {
  const below = (value: number | null, limit: number) => value !== null && value < limit
  const above = (value: number | null, limit: number) =>
    value !== null && value - limit > SLACK * Math.abs(limit)
  const flags: Flag[] = []
  if (below(shares.available, limits.available)) flags.push('few')
  if (below(shares.nonZero, limits.nonZero)) flags.push('zeros')
  if (below(shares.unique, limits.unique)) flags.push('repeated')
  const skewed = shape.skewness !== null && above(Math.abs(shape.skewness), limits.skewness)
  if (skewed && above(shape.kurtosis, limits.kurtosis)) flags.push('outliers')
  return flags
}
