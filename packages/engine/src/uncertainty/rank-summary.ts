/** What the ranks of a unit came to. */
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

/** Units that are gathered at a time: a cache line of every run. */
const TOGETHER = 16

const fromRows = (rows: readonly Int32Array[], units: number, nominees: number): RankSummary[] => {
  const runs = rows.reduce((sum, row) => sum + row.length / units, 0)
  const own = new Int32Array(TOGETHER * runs)
  const select = selector(runs)
  const summaries: RankSummary[] = []
  for (let from = 0; from < units; from += TOGETHER) {
    const width = Math.min(TOGETHER, units - from)
    let run = 0
    for (const part of rows)
      for (let at = from; at < part.length; at += units, run++)
        for (let i = 0; i < width; i++) own[i * runs + run] = part[at + i] as number
    for (let i = 0; i < width; i++)
      summaries.push(summaryOf(own.subarray(i * runs, (i + 1) * runs), nominees, select))
  }
  return summaries
}

const summaryOf = (all: Int32Array, nominees: number, select: Select): RankSummary => {
  let ranked = 0
  let sum = 0
  let first = 0
  let nominee = 0
  for (let run = 0; run < all.length; run++) {
    const rank = all[run] as number
    if (rank === 0) continue
    all[ranked++] = rank
    sum += rank
    if (rank === 1) first++
    if (rank <= nominees) nominee++
  }
  return { ranked, sum, first, nominee, ...quantiles(ranked, select(all.subarray(0, ranked))) }
}

/** By insertion while they are few. */
const sortFirst = (values: Int32Array, count: number): void => {
  if (count > FEW) {
    values.subarray(0, count).sort()
    return
  }
  for (let i = 1; i < count; i++) {
    const value = values[i] as number
    let at = i
    for (; at > 0 && (values[at - 1] as number) > value; at--) values[at] = values[at - 1] as number
    values[at] = value
  }
}

const FEW = 32

type Select = (values: Int32Array) => (place: number) => number

const BUCKETS = 256

/** Finds values by their place in order without sorting the rest: only the bucket that one lies in is sorted. */
const selector = (most: number): Select => {
  const bucketOf = new Uint8Array(most)
  const counts = new Uint32Array(BUCKETS)
  const members = new Int32Array(most)
  return values => {
    let least = Number.POSITIVE_INFINITY
    let greatest = 0
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number
      if (value < least) least = value
      if (value > greatest) greatest = value
    }
    const scale = (BUCKETS - 1) / Math.max(1, greatest - least)
    counts.fill(0)
    for (let i = 0; i < values.length; i++) {
      const bucket = Math.trunc(((values[i] as number) - least) * scale)
      bucketOf[i] = bucket
      counts[bucket] = (counts[bucket] as number) + 1
    }
    const seek = seeker(counts)
    let gathered = -1
    return place => {
      const { cell, before } = seek(place)
      if (gathered !== cell) {
        const size = counts[cell] as number
        let found = 0
        for (let i = 0; found < size; i++) if (bucketOf[i] === cell) members[found++] = values[i] as number
        sortFirst(members, size)
        gathered = cell
      }
      return members[place - before] as number
    }
  }
}
