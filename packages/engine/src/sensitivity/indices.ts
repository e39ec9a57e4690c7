/** Sobol' indices from the sums of a design's outputs. */
import { blocksIn, type Layout } from './design.ts'

/** Shares of the variance of an output, by factor. Estimates: they may fall a little outside 0..1. */
export type Indices = {
  /** Over the two independent samples, 2N outputs; the variance with n − 1. */
  mean: number
  variance: number
  /** What factor i does alone: Var(E(y|xᵢ))/V. */
  first: readonly number[]
  /** What would be left if all but factor i were known: E(Var(y|x₋ᵢ))/V. */
  total: readonly number[]
  /** What factors i and j do together beyond what each does alone; every i < j. Of a crossed design alone. */
  second?: readonly { of: readonly [i: number, j: number]; share: number }[]
}

/**
 * Sums of the terms of the estimators, by group of rows and column. All that indices need of any choice of rows, however
 * many outputs there were.
 */
export type Terms = {
  layout: Layout
  /** What outputs were taken from: changes no index, and keeps squares small where it is near their mean. */
  centre: number
  groups: number
  sums: Float64Array
}

/** Columns: rows · a + b · a² + b² · three for each factor · two for each pair of factors. */
export const columnsIn = ({ factors, crossed }: Layout): number =>
  3 + 3 * factors + (crossed ? factors * (factors - 1) : 0)

/**
 * Adds the terms of one row to those of its group. `abᵢ` has factor i from b and all else from a, `baᵢ` the other way round:
 * for each factor b·(abᵢ − a), abᵢ − a and (a − abᵢ)²; crossed, its mirror image (a and b exchanged) with it. For each pair
 * baᵢ·abⱼ − a·b and baᵢ + abⱼ − a − b, and the mirror image.
 *
 * @param row outputs a, b, ab₁ …, ba₁ …
 * @param at where the group's columns begin in `sums`
 */
export const addTerms = (
  { factors, crossed }: Layout,
  row: { outputs: Float64Array; centre: number },
  sums: Float64Array,
  at: number,
): void => {
  const output = (block: number) => (row.outputs[block] as number) - row.centre
  let column = at
  const add = (term: number) => {
    sums[column] = (sums[column] as number) + term
    column++
  }
  const a = output(0)
  const b = output(1)
  add(1)
  add(a + b)
  add(a * a + b * b)
  for (let i = 0; i < factors; i++) {
    const up = output(2 + i) - a
    const down = crossed ? output(2 + factors + i) - b : 0
    add(b * up + a * down)
    add(up + down)
    add(up * up + down * down)
  }
  if (!crossed) return
  for (let i = 0; i < factors; i++)
    for (let j = i + 1; j < factors; j++) {
      const [abi, abj] = [output(2 + i), output(2 + j)]
      const [bai, baj] = [output(2 + factors + i), output(2 + factors + j)]
      add(bai * abj + abi * baj - 2 * a * b)
      add(bai + abj + abi + baj - 2 * (a + b))
    }
}

/**
 * @param outputs by run, row by row as the design numbers them
 * @param groups number of groups that the rows are dealt into, consecutive rows together; absent: each row its own
 */
export const termsOf = (layout: Layout, outputs: Float64Array, groups?: number): Terms => {
  const blocks = blocksIn(layout)
  const columns = columnsIn(layout)
  const rows = outputs.length / blocks
  const terms = { layout, centre: outputs[0] as number, groups: groups ?? rows }
  const sums = new Float64Array(terms.groups * columns)
  for (let r = 0; r < rows; r++) {
    const row = { outputs: outputs.subarray(r * blocks, (r + 1) * blocks), centre: terms.centre }
    addTerms(layout, row, sums, Math.floor((r * terms.groups) / rows) * columns)
  }
  return { ...terms, sums }
}

/**
 * Sobol' indices of an output, with f₀ the mean and V the variance (n − 1) over a and b together:
 *
 * - first order S_i = (1/N) Σ (b − f₀)(abᵢ − a) / V. Saltelli et al. 2010 (table 2, b), about the mean: the plain product
 *   b·(abᵢ − a) has the same expectation, and noise that grows with f₀²/V (Owen 2013).
 * - total T_i = (1/2N) Σ (a − abᵢ)² / V. Jansen, Comput. Phys. Commun. 117, 35–43 (1999).
 * - crossed, each of the two is the mean of itself and its mirror image (a and b exchanged), and
 *   second order S_ij = [(1/N) Σ (baᵢ − f₀)(abⱼ − f₀) − (a − f₀)(b − f₀)] / V − S_i − S_j, likewise mirrored.
 *   Saltelli, Comput. Phys. Commun. 145, 280–297 (2002).
 *
 * Sources: A. Saltelli et al., Comput. Phys. Commun. 181, 259–270 (2010); A. B. Owen, ACM TOMACS 23(2), 11 (2013).
 *
 * @param counts how often each group of rows is taken; absent: once each
 * @param about `zero` leaves f₀ out of the first order, as the R package COINr does; for comparison with its figures
 * @returns null where the output does not vary beyond rounding (sd within 1e-12 of the mean): no variance to share out
 */
export const indicesOf = (
  terms: Terms,
  counts?: ArrayLike<number>,
  about: 'mean' | 'zero' = 'mean',
): Indices | null => {
  const { factors, crossed } = terms.layout
  const sums = totalOf(terms, counts)
  const at = (column: number) => sums[column] as number
  const rows = at(0)
  const mean = at(1) / (2 * rows)
  const variance = (at(2) - 2 * rows * mean * mean) / (2 * rows - 1)
  if (!(Math.sqrt(variance) > 1e-12 * Math.abs(terms.centre + mean))) return null
  const from = about === 'mean' ? mean : -terms.centre
  const scale = (crossed ? 2 : 1) * rows * variance

  const first: number[] = []
  const total: number[] = []
  for (let i = 0; i < factors; i++) {
    const column = 3 + 3 * i
    first.push((at(column) - from * at(column + 1)) / scale)
    total.push(at(column + 2) / (2 * scale))
  }
  const indices = { mean: terms.centre + mean, variance, first, total }
  if (!crossed) return indices
  const second = pairsOf(factors).map((of, pair) => {
    const column = 3 + 3 * factors + 2 * pair
    const both = (at(column) - mean * at(column + 1)) / scale
    return { of, share: both - (first[of[0]] as number) - (first[of[1]] as number) }
  })
  return { ...indices, second }
}

const totalOf = ({ layout, groups, sums }: Terms, counts?: ArrayLike<number>): Float64Array => {
  const columns = columnsIn(layout)
  const total = new Float64Array(columns)
  for (let g = 0; g < groups; g++) {
    const times = counts ? (counts[g] as number) : 1
    if (times === 0) continue
    for (let c = 0; c < columns; c++)
      total[c] = (total[c] as number) + times * (sums[g * columns + c] as number)
  }
  return total
}

/** Every i < j. */
const pairsOf = (factors: number): (readonly [i: number, j: number])[] => {
  const pairs: (readonly [number, number])[] = []
  for (let i = 0; i < factors; i++) for (let j = i + 1; j < factors; j++) pairs.push([i, j])
  return pairs
}
