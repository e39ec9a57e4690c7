/** What each unit's indices are made from, gathered while the runs go by. */
import type { Model } from '../uncertainty/model.ts'
import { blocksIn, type Layout } from './design.ts'
import { addTerms, columnsIn } from './indices.ts'
import { type Shares, sharesOf } from './shares.ts'

/** A unit that has no rank in some of the runs has no indices: its rank is not a number there. */
export type UnitShares = { id: string } & (Shares | { outcome: 'notAlwaysRanked' })

/** Sums kept at once: with more, the runs are made again for the next units. */
const MOST_SUMS = 2 ** 23
/** Outputs kept at once, until their rows are added up. */
const MOST_OUTPUTS = 2 ** 22

export type Slice = { from: number; to: number }

type Shape = { layout: Layout; n: number; groups: number }

/** The units in as many slices as memory asks for: sums are kept by unit and group of rows, not by run. */
export const slicesOf = (units: number, { layout, groups }: Shape, most = MOST_SUMS): Slice[] => {
  const atOnce = Math.max(1, Math.floor(most / (columnsIn(layout) * groups)))
  return Array.from({ length: Math.ceil(units / atOnce) }, (_, i) => ({
    from: i * atOnce,
    to: Math.min(units, (i + 1) * atOnce),
  }))
}

/** Rows whose outputs for a slice fit into memory; at least one. */
export const rowsAtOnce = (layout: Layout, { from, to }: Slice): number =>
  Math.max(1, Math.floor(MOST_OUTPUTS / (blocksIn(layout) * Math.max(1, to - from))))

export type UnitTerms = {
  /** Keeps what a run came to. */
  keep: (run: number, ranked: { scores: Float64Array; ranks: Int32Array }) => void
  /** Adds up the rows that were kept, all of their runs, and forgets them. */
  addRows: (from: number, to: number) => void
  shares: (resamples: readonly Uint32Array[]) => UnitShares[]
}

/** @param of the output: a unit's rank or its score, each about the nominal one */
export const unitTerms = (
  { ids, nominal }: Model,
  { layout, n, groups }: Shape,
  slice: Slice,
  of: 'rank' | 'score',
): UnitTerms => {
  const units = slice.to - slice.from
  const blocks = blocksIn(layout)
  const columns = columnsIn(layout)
  const kept = new Float64Array(Math.min(n, rowsAtOnce(layout, slice)) * blocks * units)
  const sums = new Float64Array(units * groups * columns)
  const unranked = new Uint8Array(units)
  const row = { outputs: new Float64Array(blocks), centre: 0 }
  // A unit may have a score in every run and none nominally; any number will do to take its outputs from.
  const centres = Float64Array.from(of === 'score' ? nominal.scores : nominal.ranks, at =>
    Number.isNaN(at) ? 0 : at,
  )
  let first = 0

  return {
    keep: (run, { scores, ranks }) => {
      const start = (run - first * blocks) * units
      const values = of === 'score' ? scores : ranks
      for (let u = 0; u < units; u++) {
        kept[start + u] = values[slice.from + u] as number
        if (ranks[slice.from + u] === 0) unranked[u] = 1
      }
    },
    addRows: (from, to) => {
      for (let r = from; r < to; r++) {
        const group = Math.floor((r * groups) / n)
        for (let u = 0; u < units; u++) {
          if (unranked[u] === 1) continue
          for (let b = 0; b < blocks; b++)
            row.outputs[b] = kept[((r - first) * blocks + b) * units + u] as number
          row.centre = centres[slice.from + u] as number
          addTerms(layout, row, sums, (u * groups + group) * columns)
        }
      }
      first = to
    },
    shares: resamples =>
      Array.from({ length: units }, (_, u) => {
        const id = ids[slice.from + u] as string
        if (unranked[u] === 1) return { id, outcome: 'notAlwaysRanked' }
        const own = sums.subarray(u * groups * columns, (u + 1) * groups * columns)
        const centre = centres[slice.from + u] as number
        return { id, ...sharesOf({ layout, centre, groups, sums: own }, resamples) }
      }),
  }
}
