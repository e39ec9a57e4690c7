/** By how much claims were higher than what was found where somebody looked. */
import type { RubricData } from '@tumstock/rubric/contract'
import { leaves } from '@tumstock/rubric/tree'
import { type Results, SCORED } from '../score/results.ts'
import { mean } from '../score/statistics.ts'
import type { RestsOnByPath } from './rests-on.ts'

export type CriterionInflation = {
  path: string
  /** Entries in which everything that the criterion rests on was looked at, and which have a value before and after. */
  n: number
  /** Entries in which only part of it was looked at; they are not in the mean. */
  partly: number
  /** Mean over the n of claimed − found, on the scale of values; null where n is 0. Below 0: claims were too modest. */
  mean: number | null
  /** The same in points of the rubric's scale: mean × the most that the criterion can give. */
  points: number | null
}

export type EntryInflation = {
  /** Share of the weight that rests on answers in which everything was looked at, 0..1; null where nothing does. */
  share: number | null
  /** Points over what was looked at: claimed, found, and the most to be had there; null where nothing was. */
  claimed: number | null
  found: number | null
  outOf: number | null
  /** claimed − found. */
  points: number | null
  /** points / outOf: comparable between entries of which different parts were looked at. */
  value: number | null
}

export type Inflation = {
  /** Every criterion that scores something itself, in the order of the rubric. */
  criteria: readonly CriterionInflation[]
  /** In the order of the results. */
  entries: readonly EntryInflation[]
}

/**
 * Claim inflation of a round. With v a criterion's value, w its share of the whole weight, M the rubric's `scale.max` and C
 * what was looked at, mean = Σₑ(vᶜˡᵃⁱᵐ − vᶠᵒᵘⁿᵈ)/n per criterion and points = M·Σ_C w(vᶜˡᵃⁱᵐ − vᶠᵒᵘⁿᵈ) per entry. A criterion
 * that nobody looked at, or that has no value on one side, is no zero: it is left out.
 *
 * Points are of the weights as they stand in the rubric, exact where every group on the way up is a mean and nothing is
 * missing.
 *
 * @param claims results of the claims alone
 * @param found results of the same entries, in the same order, with what the desk and the visits found
 * @param rests of `found`: a criterion was looked at where it does not rest on a claim
 *
 * @example Weight 2 of 4, scale 100: claims 1, 1 and 0.5, found 0.5 and 1, the third not looked at. n 2, mean 0.25, points
 * 0.25 × 50 = 12.5. The first entry: claimed 50, found 25, points 25 of the 50 that were looked at, value 0.5.
 */
export const inflation = (
  rubric: RubricData,
  { claims, found, rests }: { claims: Results; found: Results; rests: RestsOnByPath },
): Inflation => {
  const compared = leaves(rubric).map(({ path, effectiveWeight }) => ({
    path,
    outOf: effectiveWeight * rubric.scale.max,
    cells: claims.ids.map((_, entry) => cellOf(path, entry, { claims, found, rests })),
  }))
  // So that sums do not depend on the order in which the rubric is written down.
  const sorted = compared.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return {
    criteria: compared.map(({ path, outOf, cells }) => {
      const differences = Float64Array.from(
        cells.flatMap(cell => (cell.checked === 'all' ? cell.claimed - cell.found : [])),
      ).sort()
      const n = differences.length
      const average = n > 0 ? mean(differences) : null
      return {
        path,
        n,
        partly: cells.filter(cell => cell.checked === 'part').length,
        mean: average,
        points: average === null ? null : average * outOf,
      }
    }),
    entries: claims.ids.map((_, entry) =>
      ofEntry(sorted.map(({ outOf, cells }) => ({ outOf, cell: cells[entry] as Cell }))),
    ),
  }
}

/** `none`: it rests on claims, or has no value on one side. `nothing`: no answer is behind it. */
type Cell = { checked: 'all'; claimed: number; found: number } | { checked: 'part' | 'none' | 'nothing' }

const cellOf = (
  path: string,
  entry: number,
  { claims, found, rests }: { claims: Results; found: Results; rests: RestsOnByPath },
): Cell => {
  const base = rests.get(path)?.[entry] ?? null
  if (base === null) return { checked: 'nothing' }
  if (base.layer === 'claim') return { checked: base.mixed ? 'part' : 'none' }
  const before = claims.nodes.get(path)
  const after = found.nodes.get(path)
  if (before?.outcomes[entry] !== SCORED || after?.outcomes[entry] !== SCORED) return { checked: 'none' }
  return {
    checked: 'all',
    claimed: before.values[entry] as number,
    found: after.values[entry] as number,
  }
}

const ofEntry = (parts: readonly { outOf: number; cell: Cell }[]): EntryInflation => {
  const resting = parts.filter(({ cell }) => cell.checked !== 'nothing')
  const whole = resting.reduce((sum, part) => sum + part.outOf, 0)
  const none = { claimed: null, found: null, outOf: null, points: null, value: null }
  const checked = resting.flatMap(({ outOf, cell }) => (cell.checked === 'all' ? [{ outOf, cell }] : []))
  const outOf = checked.reduce((sum, part) => sum + part.outOf, 0)
  const share = whole > 0 ? outOf / whole : null
  if (outOf === 0) return { share, ...none }
  const claimed = checked.reduce((sum, part) => sum + part.outOf * part.cell.claimed, 0)
  const found = checked.reduce((sum, part) => sum + part.outOf * part.cell.found, 0)
  return { share, claimed, found, outOf, points: claimed - found, value: (claimed - found) / outOf }
}
