/** Which runs a sensitivity analysis makes. */
import type { Outputs } from './indices.ts'
import { MOST_DIMENSIONS, sobolPoints } from './sobol-points.ts'

/** Two samples of one sequence take two of its dimensions for each factor. */
export const MOST_FACTORS = MOST_DIMENSIONS / 2

export type Design = {
  runs: number
  /** Writes the coordinates of a run, one per factor, each in [0, 1). */
  point: (run: number, into: Float64Array) => void
  /** Output by run, taken apart into blocks. */
  blocksOf: (output: Float64Array) => Outputs
}

/**
 * Saltelli's design on a scrambled Sobol' sequence in 2d dimensions: block A is its first d coordinates, B the others, ABᵢ is
 * A with column i from B, BAᵢ is B with column i from A. Runs are numbered block by block: A, B, AB₁ … AB_d, BA₁ … BA_d;
 * n·(d + 2) in all, n·(2d + 2) when crossed. The first 2n, A and B, are independent draws.
 *
 * Source: A. Saltelli et al., Comput. Phys. Commun. 181, 259–270 (2010), §3 and §5.
 *
 * @param n rows of each block; a power of two keeps the points balanced
 * @param crossed with the blocks BAᵢ, which second-order indices need
 * @throws RangeError for more factors than `MOST_FACTORS`
 */
export const designOf = (
  factors: number,
  { n, seed, crossed = false }: { n: number; seed: number; crossed?: boolean },
): Design => {
  const at = sobolPoints(2 * factors, seed)
  const blocks = (crossed ? 2 : 1) * factors + 2
  return {
    runs: n * blocks,
    point: (run, into) => {
      const block = Math.floor(run / n)
      const row = run % n
      const base = block === 0 || (block >= 2 && block < 2 + factors) ? 0 : factors
      const swapped = block < 2 ? -1 : (block - 2) % factors
      for (let i = 0; i < factors; i++) into[i] = at(row, i + (i === swapped ? factors - base : base))
    },
    blocksOf: output => {
      const block = (b: number) => output.subarray(b * n, (b + 1) * n)
      const mixed = (from: number) => Array.from({ length: factors }, (_, i) => block(from + i))
      const outputs = { a: block(0), b: block(1), ab: mixed(2) }
      return crossed ? { ...outputs, ba: mixed(2 + factors) } : outputs
    },
  }
}
