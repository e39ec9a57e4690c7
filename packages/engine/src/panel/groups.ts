import { byId } from './mark-table.ts'

/** Groups of the numbers 0…n−1 that `join` has joined. */
export const unionOf = (n: number) => {
  const parent = Int32Array.from({ length: n }, (_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root] as number
    parent[i] = root
    return root
  }
  const join = (a: number, b: number): void => {
    parent[find(a)] = find(b)
  }
  return { find, join }
}

/** Ids that have the same key, as groups: largest first, then by first id. */
export const groupsBy = (ids: readonly string[], keyAt: (i: number) => number): string[][] => {
  const groups = new Map<number, string[]>()
  ids.forEach((id, i) => {
    const key = keyAt(i)
    const group = groups.get(key)
    if (group) group.push(id)
    else groups.set(key, [id])
  })
  return [...groups.values()].sort((a, b) => b.length - a.length || byId(a[0] ?? '', b[0] ?? ''))
}
