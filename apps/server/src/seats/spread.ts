/** Who may be given which entries, who has which of them already, and how many people each still lacks. */
export type Spreading = {
  /** In the order in which equal ones get their turn. */
  entries: readonly string[]
  people: readonly string[]
  /** How many people each entry is to have. */
  lacks: (entry: string) => number
  /** What somebody has to do beside these entries. */
  load: (person: string) => number
  has: (entry: string, person: string) => boolean
  /** False where somebody is too close to an entry. */
  may: (entry: string, person: string) => boolean
}

type Person = { id: string; entries: Set<string>; load: number }

const work = ({ entries, load }: Person): number => entries.size + load

/**
 * Gives each entry the people that it lacks, so that nobody has more to do than has to be: no other way of giving them out
 * makes the loads more even. What was given before stays. The same question has the same answer.
 *
 * @returns the new pairs, in the order of the entries
 */
export function spread({
  entries,
  people,
  lacks,
  load,
  has,
  may,
}: Spreading): { entry: string; person: string }[] {
  const all: Person[] = people.map(id => ({
    id,
    entries: new Set(entries.filter(entry => has(entry, id))),
    load: load(id),
  }))
  const before = new Map(all.map(one => [one.id, new Set(one.entries)]))
  for (const entry of entries) {
    const free = all
      .filter(one => !one.entries.has(entry) && may(entry, one.id))
      .toSorted((a, b) => work(a) - work(b))
    for (const one of free.slice(0, Math.max(0, lacks(entry)))) one.entries.add(entry)
  }
  const moves = { may, isFixed: (entry: string, id: string) => before.get(id)?.has(entry) ?? false }
  while (evenOut(all, moves));
  return entries.flatMap(entry =>
    all
      .filter(one => one.entries.has(entry) && !moves.isFixed(entry, one.id))
      .map(one => ({ entry, person: one.id })),
  )
}

type Moves = {
  may: Spreading['may']
  isFixed: (entry: string, person: string) => boolean
}

type Step = { to: Person; entry: string; from: Step | null; giver: Person }

/**
 * Moves entries along a chain from somebody to one who has at least two fewer, each passing one on to the next; false when
 * there is no such chain, and the loads are as even as they can be.
 */
function evenOut(all: readonly Person[], moves: Moves): boolean {
  for (const start of all.toSorted((a, b) => work(b) - work(a))) {
    const end = chainFrom(start, all, moves)
    if (!end) continue
    for (let step: Step | null = end; step; step = step.from) {
      step.giver.entries.delete(step.entry)
      step.to.entries.add(step.entry)
    }
    return true
  }
  return false
}

function chainFrom(start: Person, all: readonly Person[], { may, isFixed }: Moves): Step | null {
  const seen = new Set([start])
  let front: { person: Person; step: Step | null }[] = [{ person: start, step: null }]
  while (front.length > 0) {
    const next: typeof front = []
    for (const { person: giver, step: from } of front)
      for (const to of all) {
        if (seen.has(to)) continue
        const entry = [...giver.entries].find(
          one => !isFixed(one, giver.id) && !to.entries.has(one) && may(one, to.id),
        )
        if (entry === undefined) continue
        const step = { to, entry, from, giver }
        if (work(to) <= work(start) - 2) return step
        seen.add(to)
        next.push({ person: to, step })
      }
    front = next
  }
  return null
}
