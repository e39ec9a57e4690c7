/** Copeland's rule: won less lost comparisons. */
import type { Contest, Decided } from './contest.ts'
import { type Levels, levelsOf, shareAhead } from './outranking.ts'
import { tooFew } from './too-few.ts'

/** Shares this close to ½ are a draw: the rest is the rounding of sums of weights. */
const DRAW = 1e-12

/**
 * By entry, how many others it beats (on more than half of the weight, see `shareAhead`) less how many beat it:
 * −(n−1) to n−1, and 0 over all.
 *
 * COINr 1.1.14's `a_copeland` takes a draw for exactly ½ in floating point; a sum of weights that misses ½ by its rounding
 * is a win there.
 */
export const winsLessLosses = (levels: Levels, n: number): Int32Array => {
  const wins = new Int32Array(n)
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const margin = shareAhead(levels, i, j) - 0.5
      if (Math.abs(margin) <= DRAW) continue
      wins[i] = (wins[i] as number) + Math.sign(margin)
      wins[j] = (wins[j] as number) - Math.sign(margin)
    }
  return wins
}

/**
 * `copeland`: wins less losses c brought to 0..1, (c + n−1)/(2(n−1)): 1 who beats all, 0 whom all beat, ½ as many as few.
 * O(n²·children) time.
 *
 * @see Copeland, A reasonable social welfare function (1951); OECD/JRC, Handbook (2008), §6.
 */
export const copeland = ({ entries, rows, weights }: Contest): Decided => {
  const n = entries.length
  if (n < 2) return tooFew(n)
  return Float64Array.from(winsLessLosses(levelsOf(rows, weights), n), c => (c + n - 1) / (2 * (n - 1)))
}
