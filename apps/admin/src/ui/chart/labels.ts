export type Label = { x: number; y: number; text: string }

const LETTER = 6.2
const LINE_HEIGHT = 14

/**
 * The labels that fit without touching one another, the first ones first: what matters most has to come first.
 *
 * @param labels each is drawn to the right of its point
 */
export const fitting = <L extends Label>(labels: readonly L[]): L[] => {
  const placed: L[] = []
  for (const label of labels) {
    const free = placed.every(
      other =>
        Math.abs(other.y - label.y) >= LINE_HEIGHT ||
        label.x + label.text.length * LETTER < other.x ||
        other.x + other.text.length * LETTER < label.x,
    )
    if (free) placed.push(label)
  }
  return placed
}

/**
 * Heights moved apart so that neighbours are at least `gap` apart, in their order, as near to where they were as that
 * allows: labels that would lie on one another are laid round their common middle.
 */
export const spread = (heights: readonly number[], gap: number): number[] => {
  const order = heights.map((_, at) => at).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0))
  const piles: { middle: number; members: number[] }[] = []
  for (const at of order) {
    let pile = { middle: heights[at] ?? 0, members: [at] }
    for (let last = piles.at(-1); last; last = piles.at(-1)) {
      const apart = ((last.members.length + pile.members.length) / 2) * gap
      if (pile.middle - last.middle >= apart) break
      const members = [...last.members, ...pile.members]
      pile = { middle: members.reduce((sum, one) => sum + (heights[one] ?? 0), 0) / members.length, members }
      piles.pop()
    }
    piles.push(pile)
  }
  const moved = heights.map(() => 0)
  for (const { middle, members } of piles)
    for (const [rank, at] of members.entries()) moved[at] = middle + (rank - (members.length - 1) / 2) * gap
  return moved
}
