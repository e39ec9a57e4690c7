/** Runs that several threads share: each takes the next slice when it is done with its own, so that none waits for another. */

import type { UncertaintyRequest } from './count-runs.ts'
import { counterOf } from './counter.ts'
import type { Points, Runnable, Runs } from './runs.ts'
import { pointsOf, type Slice } from './slices.ts'
import { emptyCounts, type RankCounts, type Tally } from './tally.ts'

/** Can be sent to a thread. */
export type Shared = {
  request: UncertaintyRequest
  slices: readonly Slice[]
  /** In memory that they share: how many slices are taken, and how many runs are done. */
  taken: Int32Array
  /** Where every rank is kept, by run, in memory that they share; null where ranks are counted. */
  rows: Int32Array | null
}

const [TAKEN, DONE] = [0, 1]

export const shareRuns = (units: number, request: UncertaintyRequest, slices: readonly Slice[]): Shared => {
  const isKept = emptyCounts(units, request.runs, 0).kind === 'rows'
  return {
    request,
    slices,
    taken: new Int32Array(new SharedArrayBuffer(8)),
    rows: isKept ? new Int32Array(new SharedArrayBuffer(units * request.runs * 4)) : null,
  }
}

/** Share of the runs that are done. */
export const doneOf = ({ taken, request }: Shared): number => Atomics.load(taken, DONE) / request.runs

/** Nobody takes any more. */
export const stopRuns = ({ taken, slices }: Shared): void => {
  Atomics.store(taken, TAKEN, slices.length)
}

/** Scores runs of one program, and tells what each came to. */
export type Scoring = (runs: Runs, points: Points, each: (run: number, ranks: Int32Array) => void) => void

/**
 * Takes slice after slice and counts their runs; yields after each.
 *
 * @returns what was counted; rows that are shared belong to whoever made them
 */
export function* countSlices(model: Runnable, shared: Shared, score: Scoring): Generator<void, Tally> {
  const { request, slices, taken, rows } = shared
  const points = pointsOf(request.seed)
  const kept: RankCounts | number = rows ? { kind: 'rows', rows: [rows] } : 0
  const counter = counterOf(model.units, request, kept)
  let at = Atomics.add(taken, TAKEN, 1)
  for (; at < slices.length; at = Atomics.add(taken, TAKEN, 1)) {
    const { chosen, runs } = slices[at] as Slice
    score({ program: model.programAt(chosen), runs }, points, (run, ranks) => counter.count(ranks, run))
    Atomics.add(taken, DONE, runs.length)
    yield
  }
  const tally = counter.tally()
  return rows ? { ...tally, ranks: { kind: 'rows', rows: [] } } : tally
}
