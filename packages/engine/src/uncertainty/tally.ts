/** What is counted over runs. Counts are whole numbers, so that adding them up in any order gives the same. */

/** Numbers that are kept for all units together: it bounds the memory, whatever the number of runs. */
const MOST_KEPT = 2 ** 25

/** How the ranks of all runs are kept, so that their quantiles can be told. */
export type RankCounts =
  /** By unit and rank, how often. */
  | { kind: 'cells'; cells: Uint32Array }
  /** Every rank, run by run; in several pieces where runs were split. */
  | { kind: 'rows'; rows: readonly Int32Array[] }
  /** By unit and range of `width` ranks, how often; with what ranges cannot tell. */
  | {
      kind: 'ranges'
      width: number
      perUnit: number
      cells: Uint32Array
      sums: Float64Array
      tops: Uint32Array
    }

export type Tally = {
  units: number
  runs: number
  ranks: RankCounts
  /** Row by row, how often the unit of the row came before that of the column; null where nobody asked. */
  before: Uint32Array | null
}

/** Of a tally of ranges: by unit, how often it was ranked, first and a nominee. */
export const TOPS = 3

/** Whichever exact way is smaller; ranges where neither fits. All parts of a request are kept in the same way. */
export const emptyCounts = (units: number, runs: number, part: number): RankCounts => {
  if (Math.min(units, runs) * units > MOST_KEPT) {
    const perUnit = Math.max(1, Math.floor(MOST_KEPT / units))
    return {
      kind: 'ranges',
      width: Math.ceil(units / perUnit),
      perUnit,
      cells: new Uint32Array(units * perUnit),
      sums: new Float64Array(units),
      tops: new Uint32Array(units * TOPS),
    }
  }
  return units <= runs
    ? { kind: 'cells', cells: new Uint32Array(units * units) }
    : { kind: 'rows', rows: [new Int32Array(units * part)] }
}

/** @param run its place among those counted here; @param ranks 0 = not ranked; @param nominees 0 = nobody asks */
export const countRanks = (
  counts: RankCounts,
  ranks: Int32Array,
  { run, nominees }: { run: number; nominees: number },
): void => {
  if (counts.kind === 'rows') counts.rows[0]?.set(ranks, run * ranks.length)
  else if (counts.kind === 'cells') countCells(counts.cells, ranks)
  else countRanges(counts, ranks, nominees)
}

const countCells = (cells: Uint32Array, ranks: Int32Array): void => {
  const units = ranks.length
  for (let i = 0, row = -1; i < units; i++, row += units) {
    const rank = ranks[i] as number
    if (rank !== 0) cells[row + rank] = (cells[row + rank] as number) + 1
  }
}

const countRanges = (
  { width, perUnit, cells, sums, tops }: Extract<RankCounts, { kind: 'ranges' }>,
  ranks: Int32Array,
  nominees: number,
): void => {
  for (let i = 0; i < ranks.length; i++) {
    const rank = ranks[i] as number
    if (rank === 0) continue
    const cell = i * perUnit + Math.floor((rank - 1) / width)
    cells[cell] = (cells[cell] as number) + 1
    sums[i] = (sums[i] as number) + rank
    const top = i * TOPS
    tops[top] = (tops[top] as number) + 1
    if (rank === 1) tops[top + 1] = (tops[top + 1] as number) + 1
    if (rank <= nominees) tops[top + 2] = (tops[top + 2] as number) + 1
  }
}

/** Adds up tallies of parts of the same request, into the first. */
export const merge = ([into, ...rest]: readonly [Tally, ...Tally[]]): Tally => {
  let { runs } = into
  const rows = into.ranks.kind === 'rows' ? [...into.ranks.rows] : []
  for (const from of rest) {
    runs += from.runs
    if (into.before && from.before) add(into.before, from.before)
    if (from.ranks.kind === 'rows') rows.push(...from.ranks.rows)
    else if (into.ranks.kind !== 'rows') add(into.ranks.cells, from.ranks.cells)
    if (into.ranks.kind !== 'ranges' || from.ranks.kind !== 'ranges') continue
    add(into.ranks.sums, from.ranks.sums)
    add(into.ranks.tops, from.ranks.tops)
  }
  return { ...into, runs, ranks: into.ranks.kind === 'rows' ? { kind: 'rows', rows } : into.ranks }
}

const add = (into: Uint32Array | Float64Array, from: Uint32Array | Float64Array): void => {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + (from[i] as number)
}
