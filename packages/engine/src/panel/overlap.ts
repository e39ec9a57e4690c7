/** Whether assessors have enough in common that their severities can be told from what they happened to mark. */
import { groupsBy, unionOf } from './groups.ts'
import type { MarkTable } from './mark-table.ts'
import { PanelError } from './panel-error.ts'

export type Overlap = {
  /** Assessors linked by what they both marked, directly or through others; one group when all are. Largest first. */
  groups: readonly (readonly string[])[]
  /** How many entries each assessor shares with at least one other. */
  shared: readonly { assessor: string; entries: number }[]
}

/** Why marks are not adjusted. Everything is data, for a screen to put into words. */
export type Refusal =
  | { code: 'one-assessor' }
  /** Nothing links these groups of assessors (and, where criteria are compared too, of criteria). */
  | { code: 'unlinked'; groups: readonly (readonly string[])[]; criteria: readonly (readonly string[])[] }
  | { code: 'too-little-overlap'; least: number; assessors: Overlap['shared'] }
  /** All marks are the same, or what is not extreme is. */
  | { code: 'no-variation' }
  /** The likelihood has no finite maximum (it rises without end), or was not reached. */
  | { code: 'not-converged'; iterations: number; largestStep: number }

/**
 * Links through the graph whose edges are the marks, from assessors to things marked.
 *
 * @param by what two assessors must both have marked to be linked: the very item, or the entry on whatever criterion
 */
export const overlapOf = (table: MarkTable, by: 'item' | 'entry'): Overlap => {
  const { assessors, items, rows } = table
  const thingOf = (item: number) => (by === 'item' ? item : (items[item]?.entry ?? ''))
  const who = new Map<string | number, Set<number>>()
  for (const row of rows) {
    const thing = thingOf(row.item)
    const set = who.get(thing)
    if (set) set.add(row.assessor)
    else who.set(thing, new Set([row.assessor]))
  }
  const union = unionOf(assessors.length)
  for (const [first = 0, ...rest] of who.values()) for (const other of rest) union.join(first, other)
  const shared = assessors.map(() => new Set<string>())
  for (const row of rows)
    if ((who.get(thingOf(row.item))?.size ?? 0) > 1) shared[row.assessor]?.add(items[row.item]?.entry ?? '')
  return {
    groups: groupsBy(assessors, union.find),
    shared: assessors.map((assessor, a) => ({ assessor, entries: shared[a]?.size ?? 0 })),
  }
}

/**
 * What stands against adjusting: null when all are linked and each shares at least `least` entries with others.
 *
 * @throws PanelError `bad-option` when `least` is no whole number of 1 or more
 */
export const refusalOf = ({ groups, shared }: Overlap, least: number): Refusal | null => {
  if (!Number.isInteger(least) || least < 1)
    throw new PanelError('bad-option', `a least overlap of ${least} entries. Allowed: whole numbers from 1.`)
  if (shared.length === 1) return { code: 'one-assessor' }
  if (groups.length > 1) return { code: 'unlinked', groups, criteria: [] }
  const few = shared.filter(({ entries }) => entries < least)
  return few.length > 0 ? { code: 'too-little-overlap', least, assessors: few } : null
}
