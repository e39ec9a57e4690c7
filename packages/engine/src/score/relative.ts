/** Rules that place an entry among the entries of its round. */
import type { RubricErrorCode } from '@tumstock/rubric/error'
import type { Relative } from '@tumstock/rubric/relative'
import { ascendingOf, type Compared, countBelow, momentsOf, type Span, spanOf, tieEnds } from './basis.ts'
import { normal } from './statistics.ts'

type Round = {
  /** NaN = none, and stays so. They need not be among those compared with. */
  numbers: Float64Array
  /** What they are compared with: a column for each year. */
  among: readonly Compared[]
  /** The reference entry's number; NaN = it has none. */
  reference: number
}

/** Nothing can be placed, and why. */
type Unplaced = { code: RubricErrorCode; says: string }

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
 * @param into gets a value per number
 * @returns null, or why there are no values: `zero-range` where what is compared with does not tell entries apart,
 * `not-positive` where a share is asked of a number below 0 (or 0, where lower is better), `no-number` where the numbers span
 * more than a number can
 */
export const place = (rule: Relative, round: Round, into: Float64Array): Unplaced | null => {
  const span = spanOf(round.among)
  if (span.max - span.min === Number.POSITIVE_INFINITY) return tooWide(span)
  if (rule.by === 'shareOfBest') return sharesOfBest(rule, round, span, into)
  if (rule.by === 'reference') return distances(rule, round, { ...span, end: round.reference }, into)
  if (rule.by === 'target') return distances(rule, round, { ...span, end: rule.target }, into)
  if (!(span.max > span.min)) return noSpread(rule)
  if (rule.by === 'minmax') minmax(rule, round, span, into)
  else if (rule.by === 'zscore') zscores(rule, round, into)
  else places(rule, round, span.applies, into)
  return null
}

const noSpread = ({ by }: Relative): Unplaced => ({
  code: 'zero-range',
  says: `does not tell the entries of the round apart, so "${by}" cannot place them. It needs two values.`,
})

const tooWide = ({ min, max }: Span): Unplaced => ({
  code: 'no-number',
  says: `runs from ${min} to ${max}, farther than can be computed with. Allowed: -1e100 to 1e100.`,
})

const minmax = (
  { lowerIsBetter, range }: Rule<'minmax'>,
  { numbers }: Round,
  { min, max }: Span,
  into: Float64Array,
): void => {
  const length = max - min
  if (lowerIsBetter)
    for (let e = 0; e < into.length; e++) into[e] = 1 - ((numbers[e] as number) - min) / length
  else for (let e = 0; e < into.length; e++) into[e] = ((numbers[e] as number) - min) / length
  if (!range) return
  const [low, high] = range
  for (let e = 0; e < into.length; e++) into[e] = (into[e] as number) * (high - low) + low
}

const zscores = (
  { lowerIsBetter, open }: Rule<'zscore'>,
  { numbers, among }: Round,
  into: Float64Array,
): void => {
  const { mean, sd } = momentsOf(ascendingOf(among))
  for (let e = 0; e < into.length; e++) {
    const z = ((numbers[e] as number) - mean) / sd
    if (open) into[e] = open.mean + open.sd * (lowerIsBetter ? -z : z)
    else if (Number.isNaN(z)) into[e] = z
    else into[e] = lowerIsBetter ? 1 - normal(z) : normal(z)
  }
}

const places = (
  { by, lowerIsBetter, ties }: Rule<'percentile' | 'rank' | 'borda'>,
  { numbers, among }: Round,
  applies: number,
  into: Float64Array,
): void => {
  const ascending = ascendingOf(among)
  const upTo = tieEnds(ascending)
  const n = ascending.length
  for (let e = 0; e < into.length; e++) {
    const x = numbers[e] as number
    const below = countBelow(ascending, x)
    // A number that is not among those compared with stands alone, between two of them.
    const most = ascending[below] === x ? (upTo[below] as number) : below
    const first = lowerIsBetter ? n - most + 1 : below + 1
    const last = lowerIsBetter ? n - below : most
    const rank = ties === 'least' ? first : (first + last) / 2
    if (Number.isNaN(x)) into[e] = x
    else into[e] = by === 'percentile' ? (rank - 0.5) / n : (rank - 1) / ((by === 'rank' ? n : applies) - 1)
  }
}

const distances = (
  { by, lowerIsBetter, cap }: Rule<'reference' | 'target'>,
  { numbers }: Round,
  { n, min, max, end }: Span & { end: number },
  into: Float64Array,
): Unplaced | null => {
  const start = lowerIsBetter ? max : min
  if (n > 0 && !(lowerIsBetter ? end < start : end > start))
    return {
      code: 'zero-range',
      says: `runs from ${start} at its worst, and the ${by} of ${end} is no better. It has to be.`,
    }
  const most = cap ? 1 : Number.POSITIVE_INFINITY
  const length = Math.abs(end - start)
  for (let e = 0; e < into.length; e++) {
    const x = numbers[e] as number
    into[e] = Math.min(most, (lowerIsBetter ? start - x : x - start) / length)
  }
  return null
}

const sharesOfBest = (
  { lowerIsBetter }: Rule<'shareOfBest'>,
  { numbers }: Round,
  { n, min, max }: Span,
  into: Float64Array,
): Unplaced | null => {
  if (n > 0 && !(lowerIsBetter ? min > 0 : min >= 0 && max > 0))
    return {
      code: 'not-positive',
      says: `runs from ${min} to ${max}, so it has no share of its best. Allowed: ${lowerIsBetter ? 'above 0' : '0 and above, not all 0'}.`,
    }
  for (let e = 0; e < into.length; e++)
    into[e] = lowerIsBetter ? min / (numbers[e] as number) : (numbers[e] as number) / max
  return null
}
