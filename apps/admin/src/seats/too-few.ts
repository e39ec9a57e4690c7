type Assigned = { entry: string; person: string }

const countsOf = (entries: readonly string[], assigned: readonly Assigned[]): Map<string, number> => {
  const counts = new Map(entries.map(entry => [entry, 0]))
  for (const { entry } of assigned) if (counts.has(entry)) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  return counts
}

/** How many people most entries have, at least one: what an entry is held to that has fewer. */
export function neededEach(entries: readonly string[], assigned: readonly Assigned[]): number {
  const alike = Map.groupBy(countsOf(entries, assigned).values(), count => count)
  const [most] = [...alike].toSorted(([a, some], [b, others]) => others.length - some.length || b - a)
  return Math.max(1, most?.[0] ?? 1)
}

/** The entries that have fewer people than most. */
export function tooFew(entries: readonly string[], assigned: readonly Assigned[]): Set<string> {
  const needed = neededEach(entries, assigned)
  return new Set(
    [...countsOf(entries, assigned)].flatMap(([entry, count]) => (count < needed ? [entry] : [])),
  )
}
