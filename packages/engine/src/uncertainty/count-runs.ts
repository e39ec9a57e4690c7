/** Draws the runs of an uncertainty analysis and counts what they come to. */
import { counterOf } from './counter.ts'
import type { Range, Runnable } from './runs.ts'
import { simulate } from './simulate.ts'
import { pointsOf } from './slices.ts'
import type { Tally } from './tally.ts'

export type UncertaintyRequest = {
  /** A whole number above 0. */
  runs: number
  /** A whole number from 0 to 2^53 − 1: the same seed gives the same runs, on any machine and in any number of threads. */
  seed: number
  /** How many are nominated; absent: nobody asks. */
  nominees?: number
  /** Whether every pair of units is compared; at most 2000 units. */
  pairs?: boolean
}

/** Told of the share of runs that are done, from 0 to 1. */
export type OnProgress = (done: number) => void

/** How often progress is told of, at most. */
const WORDS = 100

/** Counts some of the runs of a request. */
export const countRuns = (
  model: Runnable,
  request: UncertaintyRequest,
  { from, to }: Range,
  onProgress?: OnProgress,
): Tally => {
  const counter = counterOf(model.units, request, to - from)
  const step = Math.ceil((to - from) / WORDS)
  let done = 0
  simulate(model, pointsOf(request.seed), { from, to }, (_run, _scores, ranks) => {
    counter.count(ranks, done)
    if (++done % step === 0 || done === to - from) onProgress?.(done / (to - from))
  })
  return counter.tally()
}
