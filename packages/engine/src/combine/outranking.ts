/** Who beats whom: for each pair of entries, the share of the weight on which one stands before the other. */
import { countBefore } from '../score/places.ts'
import type { Contest, Decided } from './contest.ts'
import { tooFew } from './too-few.ts'

/** Each entry's place on each child, entry by entry; −1 where it has no value. */
export type Levels = { places: Int32Array; weights: Float64Array }

/** @param rows one row of children per entry, NaN = no value */
export const levelsOf = (rows: Float64Array, weights: Float64Array): Levels => {
  const width = weights.length
  const places = new Int32Array(rows.length)
  for (let c = 0; c < width; c++) {
    const column = Float64Array.from({ length: rows.length / width }, (_, i) => rows[i * width + c] as number)
    for (const [i, place] of countBefore(column).entries()) places[i * width + c] = place
  }
  return { places, weights }
}

/**
 * The share e of the weight on which entry i stands before entry j, a tie counting half: Σw[i before j] + ½Σw[tie] over Σw,
 * all over the children on which both have a value; ½ where there are none. e(i, j) + e(j, i) = 1.
 */
export const shareAhead = ({ places, weights }: Levels, i: number, j: number): number => {
  const width = weights.length
  const a = i * width
  const b = j * width
  let ahead = 0
  let shared = 0
  for (let c = 0; c < width; c++) {
    const own = places[a + c] as number
    const other = places[b + c] as number
    if (own === -1 || other === -1) continue
    const weight = weights[c] as number
    shared += weight
    if (own < other) ahead += weight
    else if (own === other) ahead += weight / 2
  }
  return shared > 0 ? ahead / shared : 0.5
}

/**
 * The outranking matrix, n × n, row by row: e(i, j) as `shareAhead` has it, 0 on the diagonal.
 *
 * COINr 1.1.14's `outrankMatrix` is the same where nothing is missing. With gaps it gives the weight that a pair cannot be
 * compared on to whichever entry stands later in the data; here it counts for neither, so that no order matters.
 *
 * @param rows n rows of children, NaN = no value
 * @param weights by child, above 0; only their proportions count
 * @see Munda & Nardo, Noncompensatory/nonlinear composite indicators for ranking countries (2009).
 */
export const outrankingMatrix = (rows: Float64Array, weights: Float64Array): Float64Array => {
  const levels = levelsOf(rows, weights)
  const n = rows.length / weights.length
  const matrix = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const share = shareAhead(levels, i, j)
      matrix[i * n + j] = share
      matrix[j * n + i] = 1 - share
    }
  return matrix
}

/**
 * `outranking`: an entry's mean share over the others, Σⱼe(i, j)/(n−1): 1 where it stands first on everything, 0 last.
 * O(n²·children) time, no matrix is kept.
 */
export const outranking = ({ entries, rows, weights }: Contest): Decided => {
  const n = entries.length
  if (n < 2) return tooFew(n)
  const levels = levelsOf(rows, weights)
  const values = new Float64Array(n)
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const share = shareAhead(levels, i, j)
      values[i] = (values[i] as number) + share
      values[j] = (values[j] as number) + (1 - share)
    }
  return values.map(sum => sum / (n - 1))
}
