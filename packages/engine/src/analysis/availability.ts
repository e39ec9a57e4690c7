import { ANSWERED, type Data, NOT_APPLICABLE } from '../score/data.ts'
import type { Plan, PlanLeaf } from '../score/plan.ts'
import { imputedIn } from '../score/present.ts'

export type EntryAvailability = {
  id: string
  /** Answers and numbers that apply to it; those that it has not; numbers that are 0. */
  applicable: number
  missing: number
  zero: number
  /** Share of what applies that it has; null where nothing applies. */
  available: number | null
  /** Share of what it has that is not 0; null where it has nothing. */
  nonZero: number | null
}

export type Availability = {
  entries: readonly EntryAvailability[]
  /** The same share beneath each group, children before their group; by entry. */
  groups: readonly { path: string; available: readonly (number | null)[] }[]
}

/**
 * What of that which the criteria read is there, entry by entry and beneath each group: every read counts one, whatever its
 * weight (`coverage` of the results counts weights). What does not apply counts neither way. A panel's marks count one read.
 *
 * What a step imputed is missing all the same, and to an entry that a step left out nothing applies.
 *
 * @param data before steps or after them
 * @returns entries in the order of `data.ids`
 */
export const availability = (plan: Plan, data: Data): Availability => {
  const counts = plan.nodes.map(() => data.ids.map((): Counts => ({ applicable: 0, missing: 0, zero: 0 })))
  for (const node of plan.nodes) {
    const own = counts[node.index] as Counts[]
    if (node.kind === 'leaf') for (const [e, count] of own.entries()) countLeaf(node, data, e, count)
    const above = counts[node.parent]
    if (above) for (const [e, count] of own.entries()) addTo(above[e] as Counts, count)
  }
  const total = counts[counts.length - 1] as Counts[]
  return {
    entries: data.ids.map((id, e) => {
      const count = total[e] as Counts
      const has = count.applicable - count.missing
      return { id, ...count, available: shareOf(count), nonZero: has === 0 ? null : (has - count.zero) / has }
    }),
    groups: plan.nodes.flatMap(({ kind, path, index }) =>
      kind === 'leaf' ? [] : [{ path, available: (counts[index] as Counts[]).map(shareOf) }],
    ),
  }
}

type Counts = { applicable: number; missing: number; zero: number }

const shareOf = ({ applicable, missing }: Counts): number | null =>
  applicable === 0 ? null : (applicable - missing) / applicable

const addTo = (sum: Counts, count: Counts): void => {
  sum.applicable += count.applicable
  sum.missing += count.missing
  sum.zero += count.zero
}

const countLeaf = (leaf: PlanLeaf, data: Data, entry: number, count: Counts): void => {
  if (data.leftOut?.[entry] || (leaf.appliesIn && !leaf.appliesIn[data.category[entry] as number])) return
  if (leaf.scoring.by === 'panel') {
    count.applicable++
    if ((data.marks[leaf.path]?.[entry]?.length ?? 0) === 0) count.missing++
  }
  for (const { id } of leaf.reads) {
    const column = data.columns[id]
    const gap = column?.gaps[entry]
    if (gap === NOT_APPLICABLE) continue
    count.applicable++
    if (gap !== ANSWERED || imputedIn(data, id)?.[entry]) count.missing++
    else if (column?.kind === 'number' && column.values[entry] === 0) count.zero++
  }
}
