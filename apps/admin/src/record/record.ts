import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type RoundRecord = inferOutput<typeof trpc.results.record>
export type Claim = RoundRecord['claims'][number]
export type Place = RoundRecord['places'][number]

const UNIT = /^[A-Z]{2}-\d+$/

/** What must not be missed comes first. */
const URGENCY = { contradicts: 0, unverifiable: 1, holds: 2 } as const

export const orderedClaims = (claims: readonly Claim[]): Claim[] =>
  claims.toSorted((a, b) => URGENCY[a.verdict] - URGENCY[b.verdict])

export const countBy = (claims: readonly Claim[]): Record<Claim['verdict'], number> => {
  const count = (verdict: Claim['verdict']) => claims.filter(claim => claim.verdict === verdict).length
  return { holds: count('holds'), contradicts: count('contradicts'), unverifiable: count('unverifiable') }
}

/** Register ids among what is printed, computed or named by other sources: readers want the names. */
export const unitsNamed = (claims: readonly Claim[]): string[] => [
  ...new Set(
    claims
      .flatMap(({ printed, computed, reason }) => [
        printed,
        computed ?? '',
        ...('with' in reason ? reason.with.map(other => other.names) : []),
      ])
      .filter(text => UNIT.test(text)),
  ),
]

/** The winners, nominees and finalists apart from those who merely took part. */
export const placedOf = (place: Place): { placed: Place['entries']; others: number } => {
  const placed = place.entries.filter(entry => entry.place !== 'entry')
  return {
    placed: placed.length > 0 ? placed : place.entries,
    others: placed.length > 0 ? place.entries.length - placed.length : 0,
  }
}
