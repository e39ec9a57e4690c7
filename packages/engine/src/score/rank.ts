/** Stage three: who comes before whom. */
import type { Data } from './data.ts'
import { countBefore } from './places.ts'
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
  order: Int32Array
}

/**
 * Ranks the entries that have a total, overall and within their category, by the total and then by each `tieBreak`
 * criterion; an entry without a value there comes after those that have one. Each group of ties is counted from its best
 * value, so that who ties does not depend on the order of the entries. An unranked entry is as if it had no total.
 *
 * @param nodes as `combine` returns them
 * @param data `category` by entry; −1 = none, not ranked in a category
 */
export const rank = (
  plan: Plan,
  nodes: readonly NodeResult[],
  { category, unranked }: Pick<Data, 'category' | 'unranked'>,
): Ranking => {
  const total = nodes[nodes.length - 1] as NodeResult
  const n = category.length
  const ranking = {
    rank: new Int32Array(n),
    categoryRank: new Int32Array(n),
    tied: new Uint8Array(n),
    categoryTied: new Uint8Array(n),
  }
  if (!plan.ranked) return { ...ranking, order: new Int32Array(0) }
  const order = rankedOf(total, unranked)
  const starts = new Uint8Array(order.length)
  const keys = [total, ...plan.tieBreak.map(index => nodes[index] as NodeResult)].map(({ values }) => values)
  refine(order, 0, { keys, starts })

  for (let from = 0, to = 1; from < order.length; from = to++) {
    while (to < order.length && !starts[to]) to++
    for (let i = from; i < to; i++) {
      const e = order[i] as number
      ranking.rank[e] = from + 1
      ranking.tied[e] = to - from > 1 ? 1 : 0
    }
  }
  rankInCategories(order, category, plan.categories.length, ranking)
  return { ...ranking, order }
}

/** The same among the entries of each category, from the overall ranks. */
const rankInCategories = (
  order: Int32Array,
  category: Int16Array,
  categories: number,
  { rank, categoryRank, categoryTied }: Omit<Ranking, 'order'>,
): void => {
  const counted = new Int32Array(categories)
  const last = new Int32Array(categories).fill(-1)
  for (const e of order) {
    const own = category[e] as number
    if (own === -1) continue
    const before = last[own] as number
    counted[own] = (counted[own] as number) + 1
    last[own] = e
    const ties = before !== -1 && rank[before] === rank[e]
    categoryRank[e] = ties ? (categoryRank[before] as number) : (counted[own] as number)
    if (ties) categoryTied[e] = categoryTied[before] = 1
  }
}

const rankedOf = ({ outcomes }: NodeResult, unranked: Uint8Array | undefined): Int32Array => {
  const ranked = new Int32Array(outcomes.length)
  let count = 0
  for (let e = 0; e < outcomes.length; e++)
    if (outcomes[e] === SCORED && unranked?.[e] !== 1) ranked[count++] = e
  return ranked.subarray(0, count)
}

type Keys = { keys: readonly Float64Array[]; starts: Uint8Array }

/**
 * Orders entries by descending key, and each run of ties by the next key; without a value they come last. Marks in `starts`
 * where a run begins that no key splits. Entries come in, and within a run stay, by their place in the data.
 */
const refine = (order: Int32Array, depth: number, { keys, starts }: Keys): void => {
  const key = keys[depth]
  if (starts.length > 0) starts[0] = 1
  if (!key || order.length < 2) return
  const places = countBefore(
    order.length === key.length ? key : Float64Array.from(order, e => key[e] as number),
  )
  const valued = places.reduce((count, place) => count + (place === -1 ? 0 : 1), 0)
  const given = order.slice()
  const filled = new Int32Array(order.length)
  for (let i = 0; i < given.length; i++) {
    const place = places[i] === -1 ? valued : (places[i] as number)
    const ahead = filled[place] as number
    order[place + ahead] = given[i] as number
    filled[place] = ahead + 1
  }
  for (let from = 0; from < order.length; from += filled[from] as number) {
    starts[from] = 1
    const to = from + (filled[from] as number)
    if (to - from > 1)
      refine(order.subarray(from, to), depth + 1, { keys, starts: starts.subarray(from, to) })
  }
}
