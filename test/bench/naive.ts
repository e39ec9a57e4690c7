/** The same score by a plain loop over objects: the floor that a reader would write first. Weighted means, missing left out. */

export type NaiveRow = Record<string, number | null>
export type NaiveNode = { weight: number; read?: { id: string; max: number }; children?: NaiveNode[] }

const scoreOf = (node: NaiveNode, row: NaiveRow): number | null => {
  if (node.read) {
    const value = row[node.read.id]
    return value === null || value === undefined ? null : Math.min(1, Math.max(0, value / node.read.max))
  }
  let sum = 0
  let weight = 0
  for (const child of node.children ?? []) {
    const value = scoreOf(child, row)
    if (value === null) continue
    sum += value * child.weight
    weight += child.weight
  }
  return weight === 0 ? null : sum / weight
}

/** Scores and "1224" ranks of all rows. */
export function naive(
  tree: NaiveNode,
  rows: readonly NaiveRow[],
): { scores: (number | null)[]; ranks: number[] } {
  const scores = rows.map(row => scoreOf(tree, row))
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? -1) - (scores[a] ?? -1))
  const ranks = new Array<number>(rows.length).fill(0)
  order.forEach((entry, at) => {
    const before = order[at - 1]
    ranks[entry] = before !== undefined && scores[before] === scores[entry] ? (ranks[before] ?? 0) : at + 1
  })
  return { scores, ranks }
}
