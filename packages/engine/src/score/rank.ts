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
  const scored = Array.from(total.outcomes.keys()).filter(e => total.outcomes[e] === SCORED)
  const keys = [total, ...plan.tieBreak.map(index => nodes[index] as NodeResult)]
  const clusters = split(scored, keys)

  const before = new Int32Array(plan.categories.length)
  let beforeAll = 0
  for (const cluster of clusters) {
    const sizes = new Map<number, number>()
    for (const e of cluster) {
      const c = category[e] as number
      sizes.set(c, (sizes.get(c) ?? 0) + 1)
    }
    for (const e of cluster) {
      const c = category[e] as number
      ranking.rank[e] = beforeAll + 1
      ranking.tied[e] = cluster.length > 1 ? 1 : 0
      if (c === -1) continue
      ranking.categoryRank[e] = (before[c] as number) + 1
      ranking.categoryTied[e] = (sizes.get(c) as number) > 1 ? 1 : 0
    }
    beforeAll += cluster.length
    for (const [c, size] of sizes) if (c !== -1) before[c] = (before[c] as number) + size
  }
  return { ...ranking, order: clusters.flat() }
}

/** Entries by descending first key, each group of ties split again by the next. */
const split = (entries: readonly number[], [key, ...next]: readonly NodeResult[]): number[][] => {
  if (!key || entries.length === 1) return [[...entries]]
  const scoreAt = (e: number) => (key.outcomes[e] === SCORED ? (key.values[e] as number) : -1)
  const sorted = entries.toSorted((a, b) => scoreAt(b) - scoreAt(a) || a - b)
  const clusters: number[][] = []
  let best = Number.NaN
  for (const e of sorted) {
    const value = scoreAt(e)
    const ties = best - value <= TIE * Math.abs(best)
    if (ties) clusters[clusters.length - 1]?.push(e)
    else {
      clusters.push([e])
      best = value
    }
  }
  return clusters.flatMap(cluster =>
    split(
      cluster.sort((a, b) => a - b),
      next,
    ),
  )
}
