/** Ranked ballots, checked, and what they say pair by pair. */
import { placesOf } from '../analysis/places.ts'
import { byId, indexOf } from './mark-table.ts'
import { PanelError } from './panel-error.ts'

/**
 * The candidates in groups, best first; those of one group are ranked alike. Those not named rank below all that are, and
 * alike. `count`: how many voters cast this very ballot, 1 where absent.
 */
export type Ballot = { ranking: readonly (readonly string[])[]; count?: number }

export type Election = {
  /** By id. */
  candidates: readonly string[]
  ballots: readonly { groups: readonly (readonly number[])[]; count: number }[]
  voters: number
}

/**
 * Checks the ballots and turns them into indexes.
 *
 * @throws PanelError `too-few` without candidates or ballots; `bad-ballot` for an unknown or repeated candidate, or a count
 * that is no whole number of 1 or more
 */
export const electionOf = (candidates: readonly string[], ballots: readonly Ballot[]): Election => {
  const { ids, at } = indexOf(candidates)
  if (ids.length === 0 || ballots.length === 0)
    throw new PanelError(
      'too-few',
      `${ids.length} candidates and ${ballots.length} ballots. Needed: at least 1 of each.`,
    )
  if (ids.length < candidates.length)
    throw new PanelError(
      'bad-ballot',
      `the candidates ${candidates.join(', ')} name one twice. Allowed: each once.`,
    )
  const checked = ballots.map(({ ranking, count = 1 }, b) => {
    const fail = (says: string) => new PanelError('bad-ballot', `ballot ${b + 1}: ${says}`)
    if (!Number.isInteger(count) || count < 1)
      throw fail(`counted ${count} times. Allowed: whole numbers from 1.`)
    const named = ranking.flat()
    const unknown = named.find(candidate => !at.has(candidate))
    if (unknown !== undefined) throw fail(`no candidate "${unknown}". Allowed: ${ids.join(', ')}.`)
    if (new Set(named).size < named.length) throw fail('a candidate is ranked twice. Allowed: each once.')
    return { groups: ranking.map(group => group.map(candidate => at.get(candidate) ?? 0)), count }
  })
  return { candidates: ids, ballots: checked, voters: checked.reduce((all, { count }) => all + count, 0) }
}

/** A candidate with what it is ranked by; ties share the smaller place. */
export type Placed = { candidate: string; score: number; place: number }

/** Highest score first, equals by id. Scores within 1e-12 of each other are equal. */
export const placed = (candidates: readonly string[], scores: readonly number[]): Placed[] => {
  const places = placesOf(Float64Array.from(scores))
  return candidates
    .map((candidate, i) => ({ candidate, score: scores[i] ?? 0, place: places[i] ?? 0 }))
    .sort((a, b) => a.place - b.place || byId(a.candidate, b.candidate))
}

/** How many voters rank the row above the column; those who rank both alike count in neither direction. */
export type Pairwise = { candidates: readonly string[]; prefer: readonly (readonly number[])[] }

/** The pairwise matrix of an election. Units: voters. */
export const pairwise = ({ candidates, ballots }: Election): Pairwise => {
  const prefer = candidates.map(() => candidates.map(() => 0))
  for (const { groups, count } of ballots) {
    const level = candidates.map(() => groups.length)
    groups.forEach((group, g) => {
      for (const i of group) level[i] = g
    })
    for (const [i, row] of prefer.entries())
      for (const j of row.keys())
        if ((level[i] as number) < (level[j] as number)) row[j] = (row[j] ?? 0) + count
  }
  return { candidates, prefer }
}

/** Votes of one candidate over another. */
export const votes = ({ prefer }: Pairwise, i: number, j: number): number => prefer[i]?.[j] ?? 0

/** Who is preferred to every other candidate by more voters than not; null when nobody is. */
export const condorcetWinner = (pairs: Pairwise): string | null =>
  pairs.candidates.find((_, i) =>
    pairs.candidates.every((_, j) => i === j || votes(pairs, i, j) > votes(pairs, j, i)),
  ) ?? null

/**
 * Copeland's score: majorities won plus half of those tied, out of n − 1.
 * Source: Copeland (1951), *A "reasonable" social welfare function*; with halves: Saari & Merlin (1996), Economic Theory 8, 51–76.
 */
export const copeland = (pairs: Pairwise): Placed[] =>
  placed(
    pairs.candidates,
    pairs.candidates.map((_, i) =>
      pairs.candidates.reduce((score, _, j) => {
        const lead = votes(pairs, i, j) - votes(pairs, j, i)
        return score + (i === j ? 0 : lead > 0 ? 1 : lead === 0 ? 0.5 : 0)
      }, 0),
    ),
  )

/**
 * Borda's score: over all ballots, candidates ranked below plus half of those ranked alike, n − 1 for a first place alone.
 * Those not named share the points of the places left, so that a short ballot neither gains nor loses weight.
 * Source: Borda (1784), *Mémoire sur les élections au scrutin*; ties and short ballots: Emerson (2013), Social Choice and Welfare 40,
 * 353–358 compares the rules; this is the averaged one.
 */
export const borda = (election: Election): Placed[] => {
  const pairs = pairwise(election)
  return placed(
    election.candidates,
    election.candidates.map((_, i) =>
      election.candidates.reduce((score, _, j) => {
        if (i === j) return score
        const alike = election.voters - votes(pairs, i, j) - votes(pairs, j, i)
        return score + votes(pairs, i, j) + alike / 2
      }, 0),
    ),
  )
}
