/** Kendall's rank correlation in O(n log n), with its p-value. */
import { normal } from '../score/statistics.ts'

export type Kendall = { r: number; p: number } | null

/** Below this many pairs without ties the distribution is counted out, as R's `cor.test` does. */
const EXACT_BELOW = 50

/**
 * Kendall's tau-b over complete pairs,
 *
 *     τ_b = (C − D) / √((n₀ − n₁)(n₀ − n₂)),   n₀ = n(n−1)/2,  n₁, n₂ pairs tied in x, in y
 *
 * C − D from the number of exchanges that sort y once x is sorted (Knight, JASA 61, 1966). The two-sided p-value is exact
 * for n < 50 without ties (Kendall, Biometrika 30, 1938), else the normal approximation of C − D with its variance
 * corrected for ties (Kendall, *Rank Correlation Methods*, 4th ed. 1970, §4.9), without continuity correction.
 *
 * @returns null below 2 pairs or where x or y has one value only
 */
export const kendall = (x: Float64Array, y: Float64Array): Kendall => {
  const n = x.length
  const order = Array.from(x.keys())
  order.sort((a, b) => (x[a] as number) - (x[b] as number) || (y[a] as number) - (y[b] as number))
  const byX = Float64Array.from(order, i => x[i] as number)
  const byY = Float64Array.from(order, i => y[i] as number)
  const bothTied = pairsTied(n, i => byX[i] === byX[i - 1] && byY[i] === byY[i - 1])
  const tiedX = runsOf(n, i => byX[i] === byX[i - 1])
  const exchanges = sortCounting(byY)
  const tiedY = runsOf(n, i => byY[i] === byY[i - 1])
  const pairs = (n * (n - 1)) / 2
  const [inX, inY] = [pairsIn(tiedX), pairsIn(tiedY)]
  if (inX === pairs || inY === pairs) return null
  const score = pairs - inX - inY + bothTied - 2 * exchanges
  const r = score / (Math.sqrt(pairs - inX) * Math.sqrt(pairs - inY))
  const p =
    n < EXACT_BELOW && inX + inY === 0
      ? exactly(n, (pairs + score) / 2)
      : 2 * normal(-Math.abs(score) / Math.sqrt(varianceOf(n, tiedX, tiedY)))
  return { r: Math.max(-1, Math.min(1, r)), p: Math.min(1, p) }
}

/** Sizes of the runs of ties, those of one included. */
const runsOf = (n: number, tiesWithLast: (i: number) => boolean): number[] => {
  const runs: number[] = []
  for (let i = 0; i < n; i++)
    if (i > 0 && tiesWithLast(i)) runs[runs.length - 1] = (runs[runs.length - 1] as number) + 1
    else runs.push(1)
  return runs
}

const pairsIn = (runs: readonly number[]): number => total(runs, t => (t * (t - 1)) / 2)

const pairsTied = (n: number, ties: (i: number) => boolean): number => pairsIn(runsOf(n, ties))

const total = (runs: readonly number[], of: (t: number) => number): number =>
  runs.reduce((sum, t) => sum + of(t), 0)

/** Sorts ascending by merging and counts the exchanges of neighbours that this takes. */
const sortCounting = (values: Float64Array): number => {
  let count = 0
  let from = values
  let to: Float64Array = new Float64Array(values.length)
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length)
      const end = Math.min(start + 2 * width, values.length)
      let [left, right] = [start, middle]
      for (let k = start; k < end; k++) {
        const takesRight =
          left === middle || (right < end && (from[right] as number) < (from[left] as number))
        if (takesRight) count += middle - left
        to[k] = from[takesRight ? right++ : left++] as number
      }
    }
    ;[from, to] = [to, from]
  }
  if (from !== values) values.set(from)
  return count
}

const varianceOf = (n: number, tiedX: readonly number[], tiedY: readonly number[]): number => {
  const base = (t: number) => t * (t - 1) * (2 * t + 5)
  const two = (t: number) => t * (t - 1)
  const three = (t: number) => t * (t - 1) * (t - 2)
  const plain = (base(n) - total(tiedX, base) - total(tiedY, base)) / 18
  const pairs = (total(tiedX, two) * total(tiedY, two)) / (2 * two(n))
  const triples = n > 2 ? (total(tiedX, three) * total(tiedY, three)) / (9 * three(n)) : 0
  return plain + pairs + triples
}

/** Two-sided, from the number of permutations with each number of inversions: those of k+1 things from those of k. */
const exactly = (n: number, concordant: number): number => {
  let shares = [1]
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>((size * (size - 1)) / 2 + 1).fill(0)
    for (const [inversions, share] of shares.entries())
      for (let more = 0; more < size; more++)
        next[inversions + more] = (next[inversions + more] as number) + share / size
    shares = next
  }
  const pairs = (n * (n - 1)) / 2
  const tail = Math.min(concordant, pairs - concordant)
  return Math.min(1, 2 * shares.slice(0, tail + 1).reduce((sum, share) => sum + share, 0))
}
