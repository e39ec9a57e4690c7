/** Counts runs as they come. */
import { newKernel } from './kernel.ts'
import { countRanks, emptyCounts, type RankCounts, type Tally } from './tally.ts'

export type Counter = {
  /** @param ranks by unit, 0 = not ranked; not kept. @param place of the run among those counted here */
  count: (ranks: Int32Array, place: number) => void
  /** What was counted. Nothing can be counted afterwards. */
  tally: () => Tally
}

type Request = { runs: number; nominees?: number; pairs?: boolean }

/**
 * @param request of all runs, which decides how ranks are kept
 * @param part how many runs are counted here, or where those of others are kept as well, by run
 */
export const counterOf = (units: number, request: Request, part: number | RankCounts): Counter => {
  const { nominees = 0 } = request
  const ranks = typeof part === 'number' ? emptyCounts(units, request.runs, part) : part
  const pairs = request.pairs ? pairCounter(units) : null
  let runs = 0
  return {
    count: (of, place) => {
      runs++
      countRanks(ranks, of, { run: place, nominees })
      pairs?.count(of)
    },
    tally: () => ({ units, runs, ranks, before: pairs?.table() ?? null }),
  }
}

/** Runs whose pairs are compared together: each load and store of a count serves all of them. */
const BATCH = 64
/** Counts of a vector. */
const LANES = 8

const pairCounter = (units: number): { count: (ranks: Int32Array) => void; table: () => Uint32Array } => {
  const kernel = newKernel()
  const row = Math.ceil(units / LANES) * LANES
  const ranksAt = kernel.reserve(BATCH * row * 2)
  const countsAt = kernel.reserve(units * row * 4)
  const batch = new Int16Array(kernel.memory.buffer, ranksAt, BATCH * row)
  const counts = new Uint32Array(kernel.memory.buffer, countsAt, units * row)
  let waiting = 0
  const flush = () => {
    if (waiting > 0) kernel.pairs(ranksAt, units, waiting, countsAt)
    waiting = 0
  }
  return {
    count: ranks => {
      batch.set(ranks, waiting++ * row)
      if (waiting === BATCH) flush()
    },
    table: () => {
      flush()
      const before = new Uint32Array(units * units)
      for (let i = 0; i < units; i++) before.set(counts.subarray(i * row, i * row + units), i * units)
      return before
    },
  }
}
