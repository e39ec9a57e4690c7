/** The Kemeny order: the one that agrees with most of the weight, over all pairs of entries. */
import type { Contest, Decided } from './contest.ts'
import { winsLessLosses } from './copeland.ts'
import { meanPlaces } from './kemeny-places.ts'
import { type Levels, levelsOf, shareAhead } from './outranking.ts'
import { tooFew } from './too-few.ts'

/** Entries in one circle that are ordered exactly: 2^18 sets, and so many orders that a number still counts each. */
const MOST = 18

/**
 * `kemeny`: (n−place)/(n−1), 1 for the first and 0 for the last of the order that maximises the sum of e(i, j)
 * (`shareAhead`) over all pairs with i before j. Where several orders do, an entry has its mean place in all of them: entries
 * that nothing sets apart share one value, and the order of the data decides nothing.
 *
 * Exact. Entries of which each beats each of the rest come before the rest in every such order (Truchon's extended
 * Condorcet criterion), so that only those that beat each other in a circle have to be ordered by trying: by dynamic
 * programming over their subsets, O(2^m·m) for m of them, to at most 18.
 *
 * @returns a fault `too-many` where a circle is larger
 * @see Kemeny, Mathematics without numbers (1959); Young & Levenglick (1978); Truchon, An extension of the Condorcet
 * criterion and Kemeny orders (1998).
 */
export const kemeny = ({ entries, rows, weights }: Contest): Decided => {
  const n = entries.length
  if (n < 2) return tooFew(n)
  const levels = levelsOf(rows, weights)
  const values = new Float64Array(n)
  let before = 0
  for (const circle of circlesOf(winsLessLosses(levels, n))) {
    const m = circle.length
    if (m > MOST)
      return {
        code: 'too-many',
        says: `${m} entries beat each other in a circle. An exact order is found for at most ${MOST}; copeland has no limit.`,
      }
    const places = meanPlaces(m, sharesWithin(levels, circle))
    for (const [i, at] of circle.entries()) values[at] = (n - 1 - before - (places[i] as number)) / (n - 1)
    before += m
  }
  return values
}

/**
 * The entries in the least sets of which each beats every later one. The m best by wins less losses are such a set exactly
 * when they beat the other n−m on all m(n−m) pairs, which their wins less losses then sum to: inside a set they cancel.
 */
const circlesOf = (wins: Int32Array): number[][] => {
  const best = [...wins.keys()].sort((a, b) => (wins[b] as number) - (wins[a] as number) || a - b)
  const circles: number[][] = []
  let sum = 0
  let from = 0
  for (const [i, at] of best.entries()) {
    sum += wins[at] as number
    const m = i + 1
    if (sum !== m * (best.length - m)) continue
    circles.push(best.slice(from, m).sort((a, b) => a - b))
    from = m
  }
  return circles
}

const sharesWithin = (levels: Levels, circle: readonly number[]): Float64Array => {
  const m = circle.length
  const shares = new Float64Array(m * m)
  for (let i = 0; i < m; i++)
    for (let j = i + 1; j < m; j++) {
      const share = shareAhead(levels, circle[i] as number, circle[j] as number)
      shares[i * m + j] = share
      shares[j * m + i] = 1 - share
    }
  return shares
}
