import type { RubricData } from '@tumstock/rubric/contract'
import type { RecordedEntry, RecordedRound } from '@tumstock/rubric/record'

export type Scope = 'category' | 'round'

/** What the published facts leave possible: a rank from `low` to `high`; `high` null where nothing limits it. */
export type RankBounds = { low: number; high: number | null }

/** The recorded entries that `entry` is ranked with, itself among them. */
export const rankedWith = (record: RecordedRound, entry: RecordedEntry, within: Scope): RecordedEntry[] =>
  within === 'round' ? [...record.entries] : record.entries.filter(other => other.category === entry.category)

/** True when a winner can only be one that has the most points within the scope. */
const winnersLeadBy = (rubric: RubricData, within: Scope): boolean => {
  const awards = Object.values(rubric.awards)
  return awards.length > 0 && awards.every(award => award.decide === 'points' && award.per === within)
}

/** Nominees by points are the first so many. */
const nomineesOf = (rubric: RubricData): number | null => {
  const limits = Object.values(rubric.awards).map(award => award.nominees)
  return limits.every(limit => limit !== undefined) ? Math.max(...limits) : null
}

/** How many were ranked within the scope, recorded or not; null where the source does not say. */
const entrants = (
  rubric: RubricData,
  record: RecordedRound,
  within: Scope,
  category?: string,
): number | null => {
  const responses = record.responses ?? []
  if (within === 'round')
    return responses.length === 0 ? null : responses.reduce((sum, r) => sum + r.answered, 0)
  const kind = category === undefined ? undefined : rubric.categories[category]?.kind
  const ofKind = Object.values(rubric.categories).filter(other => other.kind === kind)
  const answered = responses.filter(r => r.kind === kind)
  return ofKind.length === 1 && answered.length === 1 ? (answered[0]?.answered ?? null) : null
}

const printedRank = (entry: RecordedEntry, within: Scope): number | undefined =>
  within === 'round' ? entry.rank : entry.categoryRank

/**
 * What the facts printed about the others say of an entry's rank; the entry's own printed rank is what is to be
 * checked and is not used. Ranks are "1224": 1 + the number of those above.
 *
 * - A recorded entry with more points is above; so is a winner, where points decide, of one that did not win.
 * - The printed rank of a recorded entry with more (fewer, as many) points is an upper (lower, exact) neighbour.
 * - A winner by points is first, a nominee by points within the number of nominees.
 * - Of all entrants, those recorded with fewer points are below.
 */
export const rankBounds = (
  rubric: RubricData,
  record: RecordedRound,
  entry: RecordedEntry,
  within: Scope,
): RankBounds => {
  const others = rankedWith(record, entry, within).filter(other => other !== entry)
  const { score } = entry
  const byPoints = winnersLeadBy(rubric, within)
  const won = byPoints && entry.place === 'winner'
  const scored = score === undefined ? [] : others.filter(other => other.score !== undefined)
  const more = (other: RecordedEntry): boolean => (other.score ?? 0) > (score ?? 0)
  const fewer = (other: RecordedEntry): boolean => (other.score ?? 0) < (score ?? 0)
  const above = others.filter(
    other => (scored.includes(other) && more(other)) || (byPoints && !won && other.place === 'winner'),
  )
  const lows = [1 + above.length]
  const highs: number[] = []
  for (const other of scored) {
    const rank = printedRank(other, within)
    if (rank === undefined) continue
    if (!fewer(other)) lows.push(more(other) ? rank + 1 : rank)
    if (!more(other)) highs.push(fewer(other) ? rank - 1 : rank)
  }
  const nominees = nomineesOf(rubric)
  if (won) highs.push(1)
  else if (byPoints && entry.place === 'nominee' && nominees !== null) highs.push(nominees)
  const all = entrants(rubric, record, within, entry.category)
  if (all !== null) highs.push(all - scored.filter(fewer).length)
  return { low: Math.max(...lows), high: highs.length === 0 ? null : Math.min(...highs) }
}
