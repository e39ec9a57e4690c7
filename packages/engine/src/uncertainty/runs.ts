/** What a run is, for whoever draws, scores or counts runs. */
import type { Panels } from './marks.ts'
import type { Program } from './program.ts'
import type { Noise } from './weights.ts'

/** What runs need of a model. */
export type Runnable = {
  /** How many are ranked, in the order of the model's ids. */
  units: number
  /** How many criteria there are, groups and the total included. */
  nodes: number
  /** Number of assumptions: a run is a point with one coordinate in [0, 1) for each. */
  factors: number
  /** By assumption, how many alternatives it has; 0 where it draws from a stream instead (weights, marks). */
  alternatives: readonly number[]
  noises: readonly Noise[]
  /** Null where marks are as they were given. */
  marks: { factor: number; panels: Panels } | null
  /** The program of one alternative for each assumption; kept once it is made. */
  programAt: (chosen: ArrayLike<number>) => Program
}

/** Writes the point of a run: one coordinate in [0, 1) for each assumption. */
export type Points = (run: number, into: Float64Array) => void

/** Runs from the first to before the second. */
export type Range = { from: number; to: number }

/** Takes what a run came to. The arrays are used again by the next run. */
export type Each = (run: number, scores: Float64Array, ranks: Int32Array) => void

/** Runs of the same alternatives. */
export type Runs = { program: Program; runs: readonly number[] }
