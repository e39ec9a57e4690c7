/** Benefit of the doubt: each entry with the weights that suit it best. */
import type { Contest, Decided } from './contest.ts'
import { EXACT, highestSum, polished, sharesUnder, sumOf } from './share-programme.ts'
import { undominated } from './undominated.ts'

/** Sums this close (relative) are equal: the rest is rounding. */
const SLACK = 1e-13

/** The same for what the solver gives, which is rougher. */
const ROUGH = 1e-8

/**
 * `benefitOfDoubt`: the greatest Σw·x that an entry can have with weights under which no entry has more than 1, while
 * each child's share of it, w·x/Σw·x, stays from `least` to `most`: 1 for an entry that no one beats under weights
 * of its own choice. By linear programming, one programme per entry. Own weights play no part.
 *
 * With `[0, 1]` this is data envelopment analysis with one constant input. A child at 0 can have no share: the value is 0
 * where `least` is above 0, or where `most` does not let the rest make up the whole. With gaps, an entry is weighed on the
 * children that it has and the bounds widen as an equal share does (k children of which m are there: both × k/m); what another
 * lacks counts 0 against it, so that a gap never makes a better one of anyone.
 *
 * Solved on the entries that no other has more than on every child, and on those of them alone that prove to bind.
 *
 * @returns NaN where a child is below 0; such an entry sets no condition for the others. A fault `not-solved` where the solver
 * ends without an optimum
 * @see Melyn & Moesen (1991); Cherchye, Moesen, Rogge & Van Puyenbroeck, An introduction to ‘benefit of the doubt’ composite
 * indicators (2007), with pie shares; Kuosmanen, Data envelopment analysis with missing data (2009).
 */
export const benefitOfDoubt = (
  { entries, rows, weights }: Contest,
  [least, most]: readonly [least: number, most: number],
): Decided => {
  const width = weights.length
  const n = entries.length
  const row = (i: number) => rows.subarray(i * width, (i + 1) * width)
  const usable = Array.from({ length: n }, (_, i) => i).filter(i => row(i).every(value => !(value < 0)))
  const peers = undominated(usable.map(i => row(i).map(value => (Number.isNaN(value) ? 0 : value))))
  const values = new Float64Array(n).fill(Number.NaN)
  for (const i of usable) {
    const own = row(i)
    const present = [...own.keys()].filter(c => !Number.isNaN(own[c]))
    const wider = width / present.length
    const value = bestOf(own, present, peers, { least: least * wider, most: Math.min(1, most * wider) })
    // Not a number where another's value is so many times the own that no number holds it.
    if (value === null || Number.isNaN(value))
      return { code: 'not-solved', says: `the weights that suit an entry best were not found among ${n}.` }
    values[i] = value
  }
  return values
}

type Bounds = { least: number; most: number }

const bestOf = (
  own: Float64Array,
  present: readonly number[],
  peers: readonly Float64Array[],
  { least, most }: Bounds,
): number | null => {
  const above = present.filter(c => (own[c] as number) > 0)
  const k = above.length
  if (k < present.length && least > EXACT) return 0
  if (k === 0 || k * most < 1 - EXACT) return 0
  // Every child has its least; what is left over goes by shares of its own, from 0 to what is then the most.
  const spread = Math.max(0, 1 - k * least)
  const limit = spread > 0 ? (most - least) / spread : 1
  /** Another's sum is Σ share · row. */
  const rowOf = (values: Float64Array): Float64Array => {
    const ratios = Float64Array.from(above, c => (values[c] as number) / (own[c] as number))
    const base = least * ratios.reduce((sum, ratio) => sum + ratio, 0)
    return ratios.map(ratio => base + spread * ratio)
  }
  const weightsOf = (shares: Float64Array): Float64Array => {
    const weights = new Float64Array(own.length)
    for (const [i, c] of above.entries())
      weights[c] = (least + spread * (shares[i] as number)) / (own[c] as number)
    return weights
  }

  const binding = new Map<Float64Array, Float64Array>([[own, rowOf(own)]])
  for (;;) {
    const rows = [...binding.values()]
    const rough = sharesUnder(rows, limit)
    if (rough === null) return null
    const next = highestOf(peers, weightsOf(rough))
    if (next.sum > highestSum(rows, rough) * (1 + ROUGH) && !binding.has(next.peer)) {
      binding.set(next.peer, rowOf(next.peer))
      continue
    }
    const shares = polished(rows, limit, rough)
    const highest = highestOf(peers, weightsOf(shares))
    const known = highestSum(rows, shares)
    // What is binding already cannot be made to bind more: that is rounding.
    if (highest.sum <= known * (1 + SLACK) || binding.has(highest.peer)) {
      const value = sumOf(rowOf(own), shares) / Math.max(highest.sum, known)
      return value >= 1 - SLACK ? 1 : value
    }
    binding.set(highest.peer, rowOf(highest.peer))
  }
}

const highestOf = (
  peers: readonly Float64Array[],
  weights: Float64Array,
): { peer: Float64Array; sum: number } => {
  let highest = { peer: weights, sum: 0 }
  for (const peer of peers) {
    const sum = sumOf(peer, weights)
    if (sum > highest.sum) highest = { peer, sum }
  }
  return highest
}
