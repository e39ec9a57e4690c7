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
  const at = new Int32Array(entries)
  let masks: Uint8Array[] = [new Uint8Array(0)]
  for (const flags of counted) {
    const below = new Int32Array(masks.length * 2).fill(-1)
    const grown: Uint8Array[] = []
    const grow = (branch: number): number => {
      const mask = masks[branch >> 1] as Uint8Array
      below[branch] = grown.length
      grown.push(Uint8Array.of(...mask, branch & 1))
      return grown.length - 1
    }
    // The first pattern stays that of all children, whether or not an entry has it.
    grow(1)
    for (let e = 0; e < entries; e++) {
      const branch = (at[e] as number) * 2 + (flags[e] as number)
      const known = below[branch] as number
      at[e] = known === -1 ? grow(branch) : known
    }
    masks = grown
  }
  return { masks, of: at }
}
