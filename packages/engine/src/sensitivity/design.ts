/** Which runs a sensitivity analysis makes. */
import { MOST_DIMENSIONS, sobolPoints } from './sobol-points.ts'

/** Two samples of one sequence take two of its dimensions for each factor. */
export const MOST_FACTORS = MOST_DIMENSIONS / 2

/** What a row of a design has a run of. */
export type Layout = {
  factors: number
  /** With the blocks baᵢ, which second-order indices need. */
  crossed: boolean
}

export type Design = {
  layout: Layout
  runs: number
  /** Writes the coordinates of a run, one per factor, each in [0, 1). */
  point: (run: number, into: Float64Array) => void
}

/** Runs of a row. */
export const blocksIn = ({ factors, crossed }: Layout): number => 2 + factors * (crossed ? 2 : 1)

/**
 * Saltelli's design on a scrambled Sobol' sequence in 2d dimensions: in each row a is the first d coordinates, b the others,
 * abᵢ is a with coordinate i from b, baᵢ is b with coordinate i from a. Runs are numbered row by row: a, b, ab₁ … ab_d,
 * ba₁ … ba_d; n·(d + 2) in all, n·(2d + 2) when crossed.
 *
 * Source: A. Saltelli et al., Comput. Phys. Commun. 181, 259–270 (2010), §3 and §5.
 *
 * @param n rows; a power of two keeps the points balanced
 * @throws RangeError for more factors than `MOST_FACTORS`
 */
export const designOf = (layout: Layout, { n, seed }: { n: number; seed: number }): Design => {
  const { factors } = layout
  const at = sobolPoints(2 * factors, seed)
  const blocks = blocksIn(layout)
  return {
    layout,
    runs: n * blocks,
    point: (run, into) => {
      const block = run % blocks
      const row = (run - block) / blocks
      const isB = block === 1 || block >= 2 + factors
      const swapped = block < 2 ? -1 : (block - 2) % factors
      for (let i = 0; i < factors; i++) into[i] = at(row, i + (isB === (i !== swapped) ? factors : 0))
    },
  }
}
