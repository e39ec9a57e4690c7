/** Stage three: who comes before whom. */
import type { Plan } from './plan.ts'
import { type NodeResult, SCORED } from './results.ts'

export type Ranking = {
  /** 1 is best, ties share the smaller rank ("1224"); 0 = not ranked. */
  rank: Int32Array
  categoryRank: Int32Array
  /** 1 where a tie stands after every `tieBreak` criterion. */
  tied: Uint8Array
  categoryTied: Uint8Array
  /** The ranked entries, best first; those that tie stand together, by their place in the data. */
  order: readonly number[]
}

/** Values this close (relative to the larger) are one value: the rest is the rounding of sums. */
export const TIE = 1e-12

/**
 * Ranks the entries that have a total, overall and within their category, by the total and then by each `tieBreak`
 * criterion; an entry without a value there comes after those that have one. Each group of ties is counted from its best
 * value, so that who ties does not depend on the order of the entries.
 *
 * @param nodes as `combine` returns them
 * @param category by entry; −1 = none, not ranked in a category
 */
export const rank = (plan: Plan, nodes: readonly NodeResult[], category: Int16Array): Ranking => {
  const total = nodes[nodes.length - 1] as NodeResult
  const n = category.length
  const ranking = {
    rank: new Int32Array(n),
    categoryRank: new Int32Array(n),
    tied: new Uint8Array(n),
    categoryTied: new Uint8Array(n),
  }
  if (!plan.ranked) return { ...ranking, order: [] }
  const order = Int32Array.from(total.outcomes.keys().filter(e => total.outcomes[e] === SCORED))
  const starts = new Uint8Array(order.length)
  const keys = [total, ...plan.tieBreak.map(index => nodes[index] as NodeResult)].map(scoresOf)
  refine(order, 0, { keys, starts })

  const before = new Map<number, number>()
  for (let from = 0, to = 1; from < order.length; from = to++) {
    while (to < order.length && !starts[to]) to++
    const ties = order.subarray(from, to)
    const sizes = countBy(ties, e => category[e] as number)
    for (const e of ties) {
      const own = category[e] as number
      ranking.rank[e] = from + 1
      ranking.tied[e] = ties.length > 1 ? 1 : 0
      if (own === -1) continue
      ranking.categoryRank[e] = (before.get(own) ?? 0) + 1
      ranking.categoryTied[e] = (sizes.get(own) as number) > 1 ? 1 : 0
    }
    for (const [own, size] of sizes) before.set(own, (before.get(own) ?? 0) + size)
  }
  return { ...ranking, order: [...order] }
}

/** −1 where there is no value, so that it comes after every value. */
const scoresOf = ({ values, outcomes }: NodeResult): Float64Array =>
  values.map((value, e) => (outcomes[e] === SCORED ? value : -1))

type Keys = { keys: readonly Float64Array[]; starts: Uint8Array }

/**
 * Sorts entries by descending key, and each run of ties by the next key. Marks in `starts` where a run begins that no key
 * splits; within it entries stand by their place in the data.
 */
const refine = (order: Int32Array, depth: number, { keys, starts }: Keys): void => {
  const key = keys[depth]
  if (starts.length > 0) starts[0] = 1
  if (!key || order.length < 2) {
    order.sort()
    return
  }
  const scoreAt = (i: number) => key[order[i] as number] as number
  order.sort((a, b) => (key[b] as number) - (key[a] as number) || a - b)
  for (let from = 0, to = 1; from < order.length; from = to++) {
    const best = scoreAt(from)
    while (to < order.length && best - scoreAt(to) <= TIE * Math.abs(best)) to++
    starts[from] = 1
    if (to - from > 1)
      refine(order.subarray(from, to), depth + 1, { keys, starts: starts.subarray(from, to) })
  }
}

const countBy = (entries: Int32Array, of: (entry: number) => number): Map<number, number> => {
  const counts = new Map<number, number>()
  for (const e of entries) counts.set(of(e), (counts.get(of(e)) ?? 0) + 1)
  return counts
}
