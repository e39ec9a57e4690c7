/** Rules that place an entry among the entries of its round. */
import type { RubricErrorCode } from '@tumstock/rubric/error'
import type { Relative } from '@tumstock/rubric/relative'
import { ascendingOf, type Compared, countBelow, midRank, momentsOf, type Span, spanOf } from './basis.ts'
import { normal } from './statistics.ts'

/** Nothing can be placed, and why. */
export type Unplaced = { code: RubricErrorCode; says: string }

type Rule<By extends Relative['by']> = Extract<Relative, { by: By }>

/**
 * Places numbers by a relative rule, better always being more. With x and min, max, mean, sd, r (the ascending rank) over
 * the numbers compared with, all mirrored (−x) where lower is better:
 * `minmax` (x−min)/(max−min), onto `range` low + v(high−low) · `zscore` Φ(z), z = (x−mean)/sd with n−1; `open` mean + sd·z ·
 * `percentile` (r−½)/n · `rank` (r−1)/(n−1) · `borda` (r−1)/(N−1), N the entries that the rule applies to ·
 * `reference` 1−(ref−x)/(ref−min) · `target` (x−min)/(target−min) · `shareOfBest` x/max, where lower is better min/x.
 *
 * Formulas: OECD/JRC, Handbook on Constructing Composite Indicators (2008), ch. 5. COINr 1.1.14 divides −x by max(−x) in
 * `n_fracmax`, which gives the worse the more where lower is better; min/x does not.
 *
 * @param numbers NaN = none, and stays so; not all of them need to be among those compared with
 * @param among what is compared with: a column for each year
 * @param reference the reference entry's number; NaN = it has none
 * @returns a value per number, or why there is none: `zero-range` where what is compared with does not tell entries
 * apart, `not-positive` where a share is asked of a number below 0 (or 0, where lower is better)
 */
export const placed = (
  rule: Relative,
  numbers: Float64Array,
  among: readonly Compared[],
  reference: number,
): Float64Array | Unplaced => {
  const span = spanOf(among)
  if (rule.by === 'shareOfBest') return sharesOfBest(rule, numbers, span)
  if (rule.by === 'reference') return distances(rule, numbers, span, reference)
  if (rule.by === 'target') return distances(rule, numbers, span, rule.target)
  if (!(span.max > span.min)) return noSpread(rule)
  if (rule.by === 'minmax') return minmax(rule, numbers, span)
  if (rule.by === 'zscore') return zscores(rule, numbers, ascendingOf(among))
  return places(rule, numbers, { ascending: ascendingOf(among), applies: span.applies })
}

const noSpread = ({ by }: Relative): Unplaced => ({
  code: 'zero-range',
  says: `does not tell the entries of the round apart, so "${by}" cannot place them. It needs two values.`,
})

const minmax = (rule: Rule<'minmax'>, numbers: Float64Array, { min, max }: Span): Float64Array => {
  const values = new Float64Array(numbers.length)
  const range = max - min
  const lower = rule.lowerIsBetter === true
  for (let e = 0; e < values.length; e++) {
    const value = ((numbers[e] as number) - min) / range
    values[e] = lower ? 1 - value : value
  }
  if (!rule.range) return values
  const [low, high] = rule.range
  for (let e = 0; e < values.length; e++) values[e] = (values[e] as number) * (high - low) + low
  return values
}

const zscores = (
  { lowerIsBetter, open }: Rule<'zscore'>,
  numbers: Float64Array,
  ascending: Float64Array,
): Float64Array => {
  const { mean, sd } = momentsOf(ascending)
  const sign = lowerIsBetter ? -1 : 1
  if (open) return numbers.map(x => open.mean + open.sd * ((sign * (x - mean)) / sd))
  return numbers.map(x => {
    if (Number.isNaN(x)) return x
    const value = normal((x - mean) / sd)
    return lowerIsBetter ? 1 - value : value
  })
}

type Field = { ascending: Float64Array; applies: number }

const places = (
  { by, lowerIsBetter, ties }: Rule<'percentile' | 'rank' | 'borda'>,
  numbers: Float64Array,
  { ascending, applies }: Field,
): Float64Array => {
  const n = ascending.length
  const rankOf = (x: number): number => {
    if (ties !== 'least') return lowerIsBetter ? n + 1 - midRank(ascending, x) : midRank(ascending, x)
    return lowerIsBetter ? n - countBelow(ascending, x, true) + 1 : countBelow(ascending, x, false) + 1
  }
  return numbers.map(x => {
    if (Number.isNaN(x)) return x
    const rank = rankOf(x)
    if (by === 'percentile') return (rank - 0.5) / n
    return (rank - 1) / ((by === 'rank' ? n : applies) - 1)
  })
}

const distances = (
  rule: Rule<'reference' | 'target'>,
  numbers: Float64Array,
  { n, min, max }: Span,
  end: number,
): Float64Array | Unplaced => {
  const start = rule.lowerIsBetter ? max : min
  if (n > 0 && !(rule.lowerIsBetter ? end < start : end > start))
    return {
      code: 'zero-range',
      says: `runs from ${start} at its worst, and the ${rule.by} of ${end} is no better. It has to be.`,
    }
  const most = rule.cap ? 1 : Number.POSITIVE_INFINITY
  return numbers.map(x => Math.min(most, (x - start) / (end - start)))
}

const sharesOfBest = (
  { lowerIsBetter }: Rule<'shareOfBest'>,
  numbers: Float64Array,
  { n, min, max }: Span,
): Float64Array | Unplaced => {
  if (n > 0 && !(lowerIsBetter ? min > 0 : min >= 0 && max > 0))
    return {
      code: 'not-positive',
      says: `runs from ${min} to ${max}, so it has no share of its best. Allowed: ${lowerIsBetter ? 'above 0' : '0 and above, not all 0'}.`,
    }
  return numbers.map(lowerIsBetter ? x => min / x : x => x / max)
}
