/** Points that fill the unit cube more evenly than chance: what a sensitivity analysis draws its runs from. */
import { DIRECTIONS } from './direction-numbers.ts'

const BITS = 32
const STEP = 2 ** -BITS

/** The most dimensions that there are direction numbers for. */
export const MOST_DIMENSIONS = DIRECTIONS.length + 1

/** Coordinate of point `index` (0 to 2³² − 1) in `dimension`, in [0, 1), a multiple of 2⁻³². */
export type SobolPoints = (index: number, dimension: number) => number

/**
 * Sobol' sequence in Gray-code order: xᵢ = ⊕ v_k over the bits k of i ⊕ ⌊i/2⌋, with v_k from the recurrence of a primitive
 * polynomial. In each dimension any 2^m points that begin at a multiple of 2^m lie one in each interval of length 2^−m.
 *
 * With a seed the points are scrambled as Owen does (random flips of each digit that depend on all digits before it), which
 * keeps that property, makes the estimate of any mean unbiased, and takes away the point at 0. The flips come from a hash.
 *
 * Sources: I. M. Sobol', USSR Comput. Math. Math. Phys. 7(4), 86–112 (1967); P. Bratley and B. L. Fox, ACM TOMS 14, 88–100
 * (1988), Algorithm 659; A. B. Owen, "Randomly permuted (t,m,s)-nets", 1995; S. Laine and T. Karras, "Stratified sampling
 * for stochastic transparency", 2011; B. Burley, "Practical hash-based Owen scrambling", JCGT 9(4), 2020.
 *
 * @param dimensions 1 to `MOST_DIMENSIONS`
 * @param seed a whole number. Absent: the sequence as it is, first point 0.
 * @throws RangeError beyond the dimensions that there are direction numbers for
 */
export const sobolPoints = (dimensions: number, seed?: number): SobolPoints => {
  if (!(dimensions >= 1 && dimensions <= MOST_DIMENSIONS))
    throw new RangeError(
      `Sobol' points in ${dimensions} dimensions: there are direction numbers for 1 to ${MOST_DIMENSIONS}.`,
    )
  const directions = new Uint32Array(dimensions * BITS)
  for (let d = 0; d < dimensions; d++) directions.set(directionsOf(d), d * BITS)
  const seeds = Uint32Array.from({ length: dimensions }, (_, d) =>
    seed === undefined ? 0 : mix(mixBoth(seed) + d),
  )

  return (index, dimension) => {
    let bits = 0
    for (let rest = (index ^ (index >>> 1)) >>> 0, k = dimension * BITS; rest !== 0; rest >>>= 1, k++)
      if (rest & 1) bits ^= directions[k] as number
    if (seed !== undefined) bits = scramble(bits, seeds[dimension] as number)
    return (bits >>> 0) * STEP
  }
}

/** v_k = m_k·2^(32−k); m_k = ⊕ 2^j·a_j·m_{k−j} (j = 1 … s) ⊕ m_{k−s}, the first s given. */
const directionsOf = (dimension: number): Uint32Array => {
  const v = new Uint32Array(BITS)
  const row = DIRECTIONS[dimension - 1]
  if (!row) return v.map((_, k) => 2 ** (BITS - 1 - k))
  const [a, ...m] = row
  const degree = m.length
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      v[k] = (m[k] as number) * 2 ** (BITS - 1 - k)
      continue
    }
    const before = v[k - degree] as number
    let next = before ^ (before >>> degree)
    for (let j = 1; j < degree; j++) if ((a >>> (degree - 1 - j)) & 1) next ^= v[k - j] as number
    v[k] = next
  }
  return v
}

/** Nested uniform scrambling: on reversed bits, a permutation in which each bit depends on the lower ones alone. */
const scramble = (bits: number, seed: number): number => {
  let x = (reverse(bits) + seed) | 0
  x ^= Math.imul(x, 0x6c50b47c)
  x ^= Math.imul(x, 0xb82f1e52)
  x ^= Math.imul(x, 0xc7afe638)
  x ^= Math.imul(x, 0x8d22f6e6)
  return reverse(x)
}

const reverse = (bits: number): number => {
  let x = bits
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1)
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2)
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4)
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8)
  return (x >>> 16) | (x << 16)
}

/** Of the lower and the upper half of a number's 53 bits. */
const mixBoth = (seed: number): number => mix(mix(seed) + Math.floor(seed / 2 ** 32))

/** MurmurHash3's finaliser: neighbouring seeds and dimensions get unrelated scramblings. */
const mix = (value: number): number => {
  let x = (value + 0x9e3779b9) | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
