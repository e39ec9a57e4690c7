/** Functions on the unit cube whose Sobol' indices are known, run through the design. */
import { designOf, type Layout } from './design.ts'
import { type Terms, termsOf } from './indices.ts'

export type CubeFunction = (x: Float64Array) => number

/** The terms of a function of `factors` coordinates. */
export const termsFor = (
  f: CubeFunction,
  factors: number,
  { n, seed, crossed = false }: { n: number; seed: number; crossed?: boolean },
): Terms => {
  const { layout, runs, point } = designOf({ factors, crossed }, { n, seed })
  const x = new Float64Array(factors)
  const output = Float64Array.from({ length: runs }, (_, run) => {
    point(run, x)
    return f(x)
  })
  return termsOf(layout, output)
}

/** Terms of outputs that stand block by block: a, b, ab₁ …, ba₁ …, each of as many rows. */
export const termsOfBlocks = (layout: Layout, blocks: readonly (readonly number[])[]): Terms => {
  const rows = (blocks[0] as readonly number[]).length
  const byRun = Array.from({ length: rows }, (_, row) => blocks.map(block => block[row] as number)).flat()
  return termsOf(layout, Float64Array.from(byRun))
}

/** y = x₁ + 2x₂ + 3x₃: variances 1, 4 and 9 twelfths, nothing together. */
export const additive: CubeFunction = x => (x[0] as number) + 2 * (x[1] as number) + 3 * (x[2] as number)

/** y = (x₁ − ½)(x₂ − ½): neither does anything alone. */
export const interaction: CubeFunction = x => ((x[0] as number) - 0.5) * ((x[1] as number) - 0.5)

/** sin z₁ + 7 sin² z₂ + 0.1 z₃⁴ sin z₁ with z from −π to π: T. Ishigami and T. Homma, ISUMA '90. */
export const ishigami: CubeFunction = x => {
  const z = (i: number) => (2 * (x[i] as number) - 1) * Math.PI
  return Math.sin(z(0)) + 7 * Math.sin(z(1)) ** 2 + 0.1 * z(2) ** 4 * Math.sin(z(0))
}

/**
 * Its indices from the variances of its parts: V₁ = ½(1 + bπ⁴/5)², V₂ = a²/8, V₁₃ = b²π⁸(1/18 − 1/50), a = 7, b = 0.1.
 */
export const ishigamiExact = () => {
  const own1 = 0.5 * (1 + (0.1 * Math.PI ** 4) / 5) ** 2
  const own2 = 49 / 8
  const both13 = 0.01 * Math.PI ** 8 * (1 / 18 - 1 / 50)
  const v = own1 + own2 + both13
  return {
    first: [own1 / v, own2 / v, 0],
    total: [(own1 + both13) / v, own2 / v, both13 / v],
    second: [0, both13 / v, 0],
  }
}

/** Π (|4xᵢ − 2| + aᵢ)/(1 + aᵢ), the G-function of Saltelli and Sobol' (1995). */
export const sobolG =
  (a: readonly number[]): CubeFunction =>
  x =>
    a.reduce((product, ai, i) => (product * (Math.abs(4 * (x[i] as number) - 2) + ai)) / (1 + ai), 1)

/** The largest distance between two lists. */
export const farthest = (ours: readonly number[], theirs: readonly number[]): number =>
  ours.length === theirs.length
    ? Math.max(...ours.map((value, i) => Math.abs(value - (theirs[i] as number))))
    : Number.POSITIVE_INFINITY
