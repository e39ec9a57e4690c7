/** Dynamic programming over the subsets of entries that are already placed. */

/** Sums this close (relative) are equal: the rest is rounding. */
const TIE = 1e-12

/**
 * Each entry's mean place, 0 is first, over all orders that maximise the sum of `shares[i·m + j]` over pairs with i before j.
 *
 * What the entries not placed yet add does not depend on the order of those that are, so that the best sum of a set of
 * placed ones is the best over who of them was placed last. Steps that reach the best sum, counted from both ends, give how
 * many of the best orders place whom where. O(2^m·m) time, three numbers per subset.
 *
 * @param m at most 30, of which 2^m sets are held; above 18 counts are rounded
 */
export const meanPlaces = (m: number, shares: Float64Array): Float64Array => {
  const places = new Float64Array(m)
  if (m === 1) return places
  const gain = gainOf(m, shares)
  const sets = 2 ** m
  const best = new Float64Array(sets).fill(Number.NEGATIVE_INFINITY)
  best[0] = 0
  for (let set = 0; set < sets; set++)
    for (let i = 0; i < m; i++) {
      if (set & (1 << i)) continue
      const sum = (best[set] as number) + gain(i, set)
      if (sum > (best[set | (1 << i)] as number)) best[set | (1 << i)] = sum
    }
  const reaches = (set: number, i: number) => {
    const most = best[set | (1 << i)] as number
    return most - ((best[set] as number) + gain(i, set)) <= TIE * most
  }

  const after = new Float64Array(sets)
  after[sets - 1] = 1
  for (let set = sets - 2; set >= 0; set--)
    for (let i = 0; i < m; i++)
      if (!(set & (1 << i)) && reaches(set, i))
        after[set] = (after[set] as number) + (after[set | (1 << i)] as number)

  const before = new Float64Array(sets)
  before[0] = 1
  for (let set = 0; set < sets - 1; set++) {
    const ways = before[set] as number
    if (ways === 0) continue
    const place = bitsOf(set)
    for (let i = 0; i < m; i++) {
      const next = set | (1 << i)
      if (next === set || !reaches(set, i)) continue
      before[next] = (before[next] as number) + ways
      places[i] = (places[i] as number) + ways * (after[next] as number) * place
    }
  }
  const orders = after[0] as number
  return places.map(sum => sum / orders)
}

/**
 * What placing i next adds, with a set of others placed before: its shares against all that are left. Sums over the lower and
 * the upper half of the entries are taken once for every subset of either half.
 */
const gainOf = (m: number, shares: Float64Array): ((i: number, set: number) => number) => {
  const low = m >> 1
  const lows = halfSums(shares, m, 0, low)
  const highs = halfSums(shares, m, low, m - low)
  const lowMask = 2 ** low - 1
  const lowSize = 2 ** low
  const highSize = 2 ** (m - low)
  const all = lowSize * highSize - 1
  return (i, set) => {
    const left = all ^ set
    return (lows[i * lowSize + (left & lowMask)] as number) + (highs[i * highSize + (left >> low)] as number)
  }
}

/** By entry and subset of `size` entries beginning at `from`: the sum of the entry's shares against them. */
const halfSums = (shares: Float64Array, m: number, from: number, size: number): Float64Array => {
  const subsets = 2 ** size
  const sums = new Float64Array(m * subsets)
  for (let i = 0; i < m; i++)
    for (let subset = 1; subset < subsets; subset++) {
      const last = 31 - Math.clz32(subset)
      const rest = sums[i * subsets + (subset ^ (1 << last))] as number
      sums[i * subsets + subset] = rest + (shares[i * m + from + last] as number)
    }
  return sums
}

const bitsOf = (set: number): number => {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}
