/** Sobol' indices from the outputs of the four blocks of a design. */

/**
 * An output by row of the design. `a` and `b` come from two independent samples; in `ab[i]` factor i is taken from the second
 * sample and all others from the first, in `ba[i]` the other way round. All of equal length N ≥ 2.
 */
export type Outputs = {
  a: Float64Array
  b: Float64Array
  ab: readonly Float64Array[]
  ba?: readonly Float64Array[]
}

/** One list entry per factor; shares of the variance of the output. Estimates: they may fall a little outside 0..1. */
export type Indices = {
  /** Of `a` and `b` together, with n − 1. */
  variance: number
  /** What factor i does alone: Var(E(y|xᵢ))/V. */
  first: readonly number[]
  /** What would be left if all but factor i were known: E(Var(y|x₋ᵢ))/V. */
  total: readonly number[]
  /** What factors i and j do together beyond what each does alone; i < j. Only with `ba`. */
  second?: readonly { of: readonly [i: number, j: number]; share: number }[]
}

/**
 * Terms of the estimators, one column of N each, so that any sample of rows needs only their sums. Outputs are taken from
 * the mean of `a` and `b`, which changes no index and keeps squares small.
 */
export type Terms = {
  rows: number
  factors: number
  crossed: boolean
  columns: readonly Float64Array[]
  /** What the outputs were taken from. */
  centre: number
}

/** The outputs do not differ by more than rounding: there is no variance to share out. */
export const nothingVaries = ({ a, b, ab, ba = [] }: Outputs): boolean => {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const block of [a, b, ...ab, ...ba])
    for (const y of block) {
      low = Math.min(low, y)
      high = Math.max(high, y)
    }
  return high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high))
}

/** @see Terms */
export const termsOf = ({ a, b, ab, ba }: Outputs): Terms => {
  const rows = a.length
  let centre = 0
  for (let r = 0; r < rows; r++) centre += (a[r] as number) + (b[r] as number)
  centre /= 2 * rows
  const centred = (block: Float64Array) => block.map(y => y - centre)
  const [ya, yb, yab] = [centred(a), centred(b), ab.map(centred)]
  const yba = ba?.map(centred)

  const columns: Float64Array[] = [
    ya.map((y, r) => y + (yb[r] as number)),
    ya.map((y, r) => y * y + (yb[r] as number) ** 2),
  ]
  yab.forEach((mixed, i) => {
    columns.push(...pairTerms(ya, yb, mixed))
    if (yba) columns.push(...pairTerms(yb, ya, yba[i] as Float64Array))
  })
  if (yba)
    for (const [i, j] of pairsOf(ab.length)) {
      columns.push(...togetherTerms([ya, yb], yba[i] as Float64Array, yab[j] as Float64Array))
      columns.push(...togetherTerms([ya, yb], yab[i] as Float64Array, yba[j] as Float64Array))
    }
  return { rows, factors: ab.length, crossed: yba !== undefined, columns, centre }
}

/** `mixed` shares factor i with `other` and all else with `own`: (other·(mixed − own), mixed − own, (own − mixed)²). */
const pairTerms = (own: Float64Array, other: Float64Array, mixed: Float64Array): Float64Array[] => [
  mixed.map((y, r) => (other[r] as number) * (y - (own[r] as number))),
  mixed.map((y, r) => y - (own[r] as number)),
  mixed.map((y, r) => ((own[r] as number) - y) ** 2),
]

/** `x` and `y` share factors i and j: (x·y − a·b, x + y − a − b), the product of independent outputs taken off. */
const togetherTerms = (
  [a, b]: readonly [Float64Array, Float64Array],
  x: Float64Array,
  y: Float64Array,
): Float64Array[] => [
  x.map((value, r) => value * (y[r] as number) - (a[r] as number) * (b[r] as number)),
  x.map((value, r) => value + (y[r] as number) - (a[r] as number) - (b[r] as number)),
]

/** Every i < j. */
const pairsOf = (factors: number): (readonly [i: number, j: number])[] => {
  const pairs: (readonly [number, number])[] = []
  for (let i = 0; i < factors; i++) for (let j = i + 1; j < factors; j++) pairs.push([i, j])
  return pairs
}

/** Sums of the columns over the rows, each as often as `counts` says (once each where absent). */
export const sumsOf = ({ columns }: Terms, counts?: ArrayLike<number>): Float64Array =>
  Float64Array.from(columns, column => {
    let total = 0
    if (counts) for (let r = 0; r < column.length; r++) total += (counts[r] as number) * (column[r] as number)
    else for (const term of column) total += term
    return total
  })

/**
 * Sobol' indices of an output, with f₀ the mean and V the variance (n − 1) over `a` and `b` together:
 *
 * - first order S_i = (1/N) Σ (b − f₀)(abᵢ − a) / V. Saltelli et al. 2010 (table 2, b), about the mean: the plain product
 *   b·(abᵢ − a) has the same expectation, and noise that grows with f₀²/V (Sobol' & Myshetskaya 2008; Owen 2013).
 * - total T_i = (1/2N) Σ (a − abᵢ)² / V. Jansen, Comput. Phys. Commun. 117 (1999).
 * - with `ba` each of the two is the mean of itself and of its mirror image (a and b exchanged), and
 *   second order S_ij = [(1/N) Σ (baᵢ − f₀)(abⱼ − f₀) − (a − f₀)(b − f₀)] / V − S_i − S_j, likewise mirrored.
 *   Saltelli, Comput. Phys. Commun. 145 (2002).
 *
 * Sources: A. Saltelli et al., Comput. Phys. Commun. 181, 259–270 (2010); A. B. Owen, ACM TOMACS 23(2) (2013).
 *
 * @param centre `none` leaves f₀ out of the first order, as the R package COINr does; for comparison with its figures
 * @returns null where the sums have no variance to share out
 */
export const indicesOf = (
  terms: Terms,
  sums: Float64Array = sumsOf(terms),
  centre: 'mean' | 'none' = 'mean',
): Indices | null => {
  const { rows, factors, crossed } = terms
  const at = (column: number) => sums[column] as number
  const mean = at(0) / (2 * rows)
  const variance = (at(1) - 2 * rows * mean * mean) / (2 * rows - 1)
  if (!(variance > 0)) return null
  const from = centre === 'mean' ? mean : -terms.centre
  const mirrors = crossed ? 2 : 1

  const first: number[] = []
  const total: number[] = []
  for (let i = 0; i < factors; i++) {
    let alone = 0
    let left = 0
    for (let mirror = 0; mirror < mirrors; mirror++) {
      const column = 2 + 3 * (i * mirrors + mirror)
      alone += at(column) - from * at(column + 1)
      left += at(column + 2)
    }
    first.push(alone / (mirrors * rows * variance))
    total.push(left / (2 * mirrors * rows * variance))
  }
  if (!crossed) return { variance, first, total }
  const second = pairsOf(factors).map(([i, j], pair) => {
    const column = 2 + 6 * factors + 4 * pair
    const both = at(column) + at(column + 2) - mean * (at(column + 1) + at(column + 3))
    const share = both / (2 * rows * variance) - (first[i] as number) - (first[j] as number)
    return { of: [i, j] as const, share }
  })
  return { variance, first, total, second }
}
