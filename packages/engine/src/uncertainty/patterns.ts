/** Entries that lack the same children share a denominator: there are few such patterns, and many entries. */

export type Patterns = {
  /** By pattern and child, 1 = counted; pattern 0 counts all children. */
  masks: readonly Uint8Array[]
  /** By entry. */
  of: Int32Array
}

/** @param counted by child, 1 for each entry that it counts for */
export const patternsOf = (counted: readonly Uint8Array[], entries: number): Patterns => {
  // A binary trie over the children, one level each; every entry walks down it, child by child.
  const of = new Int32Array(entries)
  let patterns = 1
  for (const flags of counted) {
    const below = new Int32Array(patterns * 2).fill(-1)
    // The first pattern stays that of all children, whether or not an entry has it.
    below[1] = 0
    patterns = 1
    for (let e = 0; e < entries; e++) {
      const branch = (of[e] as number) * 2 + (flags[e] as number)
      if (below[branch] === -1) below[branch] = patterns++
      of[e] = below[branch] as number
    }
  }
  const masks: Uint8Array[] = new Array(patterns)
  masks[0] = new Uint8Array(counted.length).fill(1)
  for (let e = 0; e < entries; e++)
    masks[of[e] as number] ??= Uint8Array.from(counted, flags => flags[e] as number)
  return { masks, of }
}
