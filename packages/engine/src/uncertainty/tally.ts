/** What is counted over runs. Counts are whole numbers, so that adding them up in any order gives the same. */
import type { Model } from './model.ts'

/** Counters of all units together: beyond it ranks are counted in ranges. */
const MOST_CELLS = 2 ** 25
/** Most units of which every pair is compared. */
export const MOST_PAIRED = 2000

export type TallyRequest = { runs: number; nominees?: number; pairs?: boolean }

/** By unit and, where it says so, by cell or other unit; rows of equal length. */
export type Tally = {
  units: number
  runs: number
  /** Runs in which it is ranked, is first, is a nominee. */
  ranked: Uint32Array
  first: Uint32Array
  nominee: Uint32Array
  /** Of its ranks. */
  sums: Float64Array
  /** Ranks that one cell of `cells` counts together. */
  width: number
  /** How often a rank lay in each range. */
  cells: Uint32Array
  perUnit: number
  /** How often the unit of the row came before that of the column; null where that was not asked. */
  before: Uint32Array | null
  nominees: number
}

export const tallyOf = ({ ids }: Model, { nominees = 0, pairs = false }: TallyRequest): Tally => {
  const units = ids.length
  const perUnit = Math.min(units, Math.max(1, Math.floor(MOST_CELLS / units)))
  const width = Math.ceil(units / perUnit)
  return {
    units,
    runs: 0,
    ranked: new Uint32Array(units),
    first: new Uint32Array(units),
    nominee: new Uint32Array(units),
    sums: new Float64Array(units),
    width,
    cells: new Uint32Array(units * perUnit),
    perUnit,
    before: pairs ? new Uint32Array(units * units) : null,
    nominees,
  }
}

/** Counts one run. @param ranks 0 = not ranked */
export const count = (tally: Tally, ranks: Int32Array): void => {
  const { units, ranked, first, nominee, sums, width, cells, perUnit, nominees } = tally
  tally.runs++
  for (let i = 0; i < units; i++) {
    const rank = ranks[i] as number
    if (rank === 0) continue
    ranked[i] = (ranked[i] as number) + 1
    sums[i] = (sums[i] as number) + rank
    if (rank === 1) first[i] = (first[i] as number) + 1
    if (rank <= nominees) nominee[i] = (nominee[i] as number) + 1
    const cell = i * perUnit + Math.floor((rank - 1) / width)
    cells[cell] = (cells[cell] as number) + 1
  }
  if (tally.before) countPairs(tally.before, ranks)
}

const countPairs = (before: Uint32Array, ranks: Int32Array): void => {
  const units = ranks.length
  for (let i = 0; i < units; i++) {
    const own = ranks[i] as number
    if (own === 0) continue
    const row = i * units
    for (let j = 0; j < units; j++)
      if (own < (ranks[j] as number)) before[row + j] = (before[row + j] as number) + 1
  }
}

/** Counts of other runs of the same request, added to the first. */
export const merge = (tallies: readonly Tally[]): Tally => {
  const [into, ...rest] = tallies as readonly [Tally, ...Tally[]]
  for (const from of rest) {
    into.runs += from.runs
    for (const name of ['ranked', 'first', 'nominee', 'sums', 'cells'] as const) add(into[name], from[name])
    if (into.before && from.before) add(into.before, from.before)
  }
  return into
}

const add = (into: Uint32Array | Float64Array, from: Uint32Array | Float64Array): void => {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + (from[i] as number)
}
