/** What a run is, for whoever draws, scores or counts runs. */
import type { Program } from './program.ts'

/** Writes the point of a run: one coordinate in [0, 1) for each assumption. */
export type Points = (run: number, into: Float64Array) => void

/** Runs from the first to before the second. */
export type Range = { from: number; to: number }

/** Takes what a run came to. The arrays are used again by the next run. */
export type Each = (run: number, scores: Float64Array, ranks: Int32Array) => void

/** Runs of the same alternatives. */
export type Runs = { program: Program; runs: readonly number[] }
