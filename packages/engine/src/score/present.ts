/** How much of what a leaf reads is there, and what a missing policy makes of it. */
import type { Missing } from '@tumstock/rubric/contract'
import { ANSWERED, type Data, NOT_APPLICABLE, UNANSWERED } from './data.ts'
import type { PlanLeaf } from './plan.ts'

/**
 * `compute`: from the parts that are present (under `zero` the others count 0) · `zero`: nothing is present and that
 * counts 0 · `none`: no value.
 */
export type Verdict = 'compute' | 'zero' | 'none'

/** Shares that are meant to be equal may differ by a rounding of the last digit. */
const SLACK = 1e-12

/**
 * Applies a missing policy.
 *
 * @param present weight of the parts that have data
 * @param applicable weight of the parts that are applicable, above 0
 */
export const settle = (missing: Missing, present: number, applicable: number): Verdict => {
  if (missing === 'zero') return present > 0 ? 'compute' : 'zero'
  if (missing === 'exclude') return present > 0 ? 'compute' : 'none'
  if (missing === 'block') return present >= applicable * (1 - SLACK) ? 'compute' : 'none'
  return present > 0 && present >= missing.needs * applicable * (1 - SLACK) ? 'compute' : 'none'
}

/**
 * Weight of what a leaf reads, by entry: applicable, of that present, and of that not imputed. All 0 where the leaf does
 * not apply.
 */
export type Presence = { applicable: Float64Array; present: Float64Array; observed: Float64Array }

export const emptyPresence = (n: number): Presence => ({
  applicable: new Float64Array(n),
  present: new Float64Array(n),
  observed: new Float64Array(n),
})

/** @param into overwritten and returned: one serves all leaves in turn, since fresh columns for each cost more than the sums */
export const presenceOf = (leaf: PlanLeaf, data: Data, into = emptyPresence(data.ids.length)): Presence => {
  const n = data.ids.length
  const { applicable, present, observed } = into
  applicable.fill(0)
  present.fill(0)
  observed.fill(0)
  if (leaf.scoring.by === 'panel') {
    const gaps = gapsOf(leaf, data)
    for (let e = 0; e < n; e++) {
      applicable[e] = gaps[e] === NOT_APPLICABLE ? 0 : 1
      present[e] = observed[e] = gaps[e] === ANSWERED ? 1 : 0
    }
    return into
  }
  for (const { id, weight } of leaf.reads) {
    const gaps = data.columns[id]?.gaps as Uint8Array
    const imputed = imputedIn(data, id)
    for (let e = 0; e < n; e++) {
      if (gaps[e] === NOT_APPLICABLE) continue
      applicable[e] = (applicable[e] as number) + weight
      if (gaps[e] !== ANSWERED) continue
      present[e] = (present[e] as number) + weight
      if (!imputed?.[e]) observed[e] = (observed[e] as number) + weight
    }
  }
  const outside = outsideOf(leaf, data)
  if (outside) for (let e = 0; e < n; e++) if (outside(e)) applicable[e] = present[e] = observed[e] = 0
  return into
}

/**
 * The gaps of the one thing that a leaf reads, or of its marks: `NOT_APPLICABLE` where the leaf does not apply. For all
 * rules but those that read several answers.
 */
export const gapsOf = (leaf: PlanLeaf, data: Data): Uint8Array => {
  const read = leaf.reads[0]
  const gaps = read ? (data.columns[read.id]?.gaps as Uint8Array) : marksGaps(leaf, data)
  const outside = outsideOf(leaf, data)
  return outside ? gaps.map((gap, e) => (outside(e) ? NOT_APPLICABLE : gap)) : gaps
}

const marksGaps = ({ path }: PlanLeaf, { ids, marks }: Data): Uint8Array =>
  Uint8Array.from(ids, (_, e) => ((marks[path]?.[e]?.length ?? 0) > 0 ? ANSWERED : UNANSWERED))

/** Whether the leaf does not apply to an entry at all; null = it applies to every one. */
const outsideOf = (
  { appliesIn }: PlanLeaf,
  { category, leftOut }: Data,
): ((entry: number) => boolean) | null => {
  if (!appliesIn) return leftOut ? e => leftOut[e] === 1 : null
  return e => leftOut?.[e] === 1 || !appliesIn[category[e] as number]
}

/** Where a step put the number; null = nowhere. */
export const imputedIn = ({ columns }: Data, id: string): Uint8Array | null => {
  const column = columns[id]
  return (column?.kind === 'number' && column.imputed) || null
}
