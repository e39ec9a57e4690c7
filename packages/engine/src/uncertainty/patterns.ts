/** Entries that lack the same children share a denominator: there are few such patterns, and many entries. */
import { placesWhere } from './places-where.ts'

export type Patterns = {
  /** By pattern and child, 1 = counted; pattern 0 counts all children. */
  masks: readonly Uint8Array[]
  /** By entry. */
  of: Int32Array
}

/**
 * @param outcomes by child and entry; 0 counts
 * @param counts which other outcomes count as well
 */
export const patternsOf = (
  outcomes: readonly Uint8Array[],
  entries: number,
  counts: (outcome: number) => boolean,
): Patterns => {
  const lacking = lackingOf(outcomes, entries)
  const flagAt = (child: Uint8Array, e: number): 0 | 1 => {
    const outcome = child[e] as number
    return outcome === 0 || counts(outcome) ? 1 : 0
  }
  // A binary trie over the children, one level each; whoever lacks any walks down it, child by child.
  const of = new Int32Array(entries)
  let patterns = 1
  for (const child of outcomes) {
    const below = new Int32Array(patterns * 2).fill(-1)
    // The first pattern stays that of all children, whether or not an entry has it.
    below[1] = 0
    patterns = 1
    for (const e of lacking) {
      const branch = (of[e] as number) * 2 + flagAt(child, e)
      if (below[branch] === -1) below[branch] = patterns++
      of[e] = below[branch] as number
    }
  }
  const masks: Uint8Array[] = new Array(patterns)
  masks[0] = new Uint8Array(outcomes.length).fill(1)
  for (const e of lacking) masks[of[e] as number] ??= Uint8Array.from(outcomes, child => flagAt(child, e))
  return { masks, of }
}

/** The entries for which some outcome is not 0. */
const lackingOf = (outcomes: readonly Uint8Array[], entries: number): Int32Array => {
  const any = new Uint8Array(entries)
  for (const child of outcomes)
    for (let e = 0; e < entries; e++) any[e] = (any[e] as number) | (child[e] as number)
  return placesWhere(entries, e => any[e] !== 0)
}
