/** What the ranks of a unit came to. */
import { newKernel } from './kernel.ts'
import { type RankCounts, type Tally, TOPS } from './tally.ts'

export type RankSummary = {
  /** In how many runs it was ranked; the rest is about those, and means nothing without any. */
  ranked: number
  sum: number
  /** How often it was first, how often a nominee. */
  first: number
  nominee: number
  median: number
  low: number
  high: number
}

const [LOW, MEDIAN, HIGH] = [0.05, 0.5, 0.95]

/** Of each unit. @param nominees 0 = nobody asks */
export const rankSummaries = ({ units, ranks }: Tally, nominees: number): RankSummary[] => {
  if (ranks.kind === 'rows') return fromRows(ranks.rows, units, nominees)
  return Array.from({ length: units }, (_, i) =>
    ranks.kind === 'cells'
      ? fromCells(ranks.cells.subarray(i * units, (i + 1) * units), nominees)
      : fromRanges(ranks, i),
  )
}

const fromCells = (cells: Uint32Array, nominees: number): RankSummary => {
  let ranked = 0
  let sum = 0
  let nominee = 0
  for (let r = 0; r < cells.length; r++) {
    const times = cells[r] as number
    ranked += times
    sum += times * (r + 1)
    if (r < nominees) nominee += times
  }
  return { ranked, sum, first: cells[0] as number, nominee, ...quantiles(ranked, rankIn(cells, 1)) }
}

const fromRanges = (counts: Extract<RankCounts, { kind: 'ranges' }>, unit: number): RankSummary => {
  const { width, perUnit, cells, sums, tops } = counts
  const [ranked, first, nominee] = tops.subarray(unit * TOPS, (unit + 1) * TOPS) as ArrayLike<number> as [
    number,
    number,
    number,
  ]
  const own = cells.subarray(unit * perUnit, (unit + 1) * perUnit)
  return { ranked, sum: sums[unit] as number, first, nominee, ...quantiles(ranked, rankIn(own, width)) }
}

/**
 * R's type 7 (Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996): of m ordered
 * values the one at place (m − 1)·p, with a straight line between neighbours.
 *
 * @param rankAt the value at a place
 */
const quantiles = (m: number, rankAt: (place: number) => number) => {
  const at = (p: number): number => {
    const place = (m - 1) * p
    const below = Math.floor(place)
    const rank = rankAt(below)
    return place > below ? rank + (place - below) * (rankAt(below + 1) - rank) : rank
  }
  return m === 0 ? { low: 0, median: 0, high: 0 } : { low: at(LOW), median: at(MEDIAN), high: at(HIGH) }
}

/** The rank at a place in order; a range of ranks stands for its middle. */
const rankIn = (cells: Uint32Array, width: number): ((place: number) => number) => {
  const seek = seeker(cells)
  return place => {
    const { cell } = seek(place)
    return cell * width + (width + 1) / 2
  }
}

/** Finds the cell in which a place lies, from where it found the last one. */
const seeker = (counts: Uint32Array): ((place: number) => { cell: number; before: number }) => {
  const at = { cell: 0, before: 0 }
  return place => {
    while (place < at.before) at.before -= counts[--at.cell] as number
    while (place >= at.before + (counts[at.cell] as number)) at.before += counts[at.cell++] as number
    return at
  }
}

/** Ranks that are summarised together: they fit the cache. */
const TOGETHER = 2 ** 17
/** Units that the kernel takes side by side. */
const LANES = 4
/** Numbers of the kernel's result by unit: four counts, then for each quantile the ranks at two places. */
const RESULT = 10

const fromRows = (rows: readonly Int32Array[], units: number, nominees: number): RankSummary[] => {
  const runs = rows.reduce((sum, row) => sum + row.length / units, 0)
  const width = LANES * Math.ceil(Math.min(units, Math.max(1, TOGETHER / runs)) / LANES)
  const kernel = newKernel()
  const ranksAt = kernel.reserve(width * runs * 4)
  const sharesAt = kernel.reserve(3 * 8)
  const roomAt = kernel.reserve(runs * LANES * 4)
  const resultsAt = kernel.reserve(width * RESULT * 8)
  const ranks = new Int32Array(kernel.memory.buffer, ranksAt, width * runs)
  const results = new Float64Array(kernel.memory.buffer, resultsAt, width * RESULT)
  new Float64Array(kernel.memory.buffer, sharesAt, 3).set([LOW, MEDIAN, HIGH])
  const summaries: RankSummary[] = []
  for (let from = 0; from < units; from += width) {
    const size = Math.min(width, units - from)
    let run = 0
    for (const part of rows)
      for (let at = from; at < part.length; at += units)
        ranks.set(part.subarray(at, at + size), width * run++)
    kernel.summarise(ranksAt, width, runs, nominees, sharesAt, roomAt, resultsAt)
    for (let i = 0; i < size; i++) summaries.push(summaryOf(results, i * RESULT))
  }
  return summaries
}

const summaryOf = (results: Float64Array, at: number): RankSummary => {
  const ranked = results[at] as number
  return {
    ranked,
    sum: results[at + 1] as number,
    first: results[at + 2] as number,
    nominee: results[at + 3] as number,
    low: between(results, at + 4, (ranked - 1) * LOW),
    median: between(results, at + 6, (ranked - 1) * MEDIAN),
    high: between(results, at + 8, (ranked - 1) * HIGH),
  }
}

/** What stands at a place between two ranks; nothing is told where there is none. */
const between = (results: Float64Array, at: number, place: number): number => {
  if (place < 0) return 0
  const rank = results[at] as number
  return rank + (place - Math.floor(place)) * ((results[at + 1] as number) - rank)
}
