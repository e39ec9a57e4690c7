import { type Pairwise, votes } from './ballots.ts'
import { byId } from './mark-table.ts'

export type Schulze = {
  candidates: readonly string[]
  /** Of the strongest path from row to column, 0 where there is none. */
  strengths: readonly (readonly number[])[]
  /** 1 + how many candidates beat this one; best first, equals by id. */
  places: readonly { candidate: string; place: number }[]
  /** Those whom nobody beats; one unless there is a real tie. */
  winners: readonly string[]
}

/**
 * Schulze's method with winning votes. A path is as strong as its weakest link; a link from i to j exists where more voters
 * prefer i than j, and is as strong as those who do:
 *
 *     p[i,j] = max over paths of min over links       i beats j  ⇔  p[i,j] > p[j,i]
 *
 * The widest paths are those of Floyd and Warshall, n³ steps. It elects the Condorcet winner if there is one. Units: voters.
 * Source: Schulze (2011), Social Choice and Welfare 36, 267–303.
 */
export const schulze = (pairs: Pairwise): Schulze => {
  const { candidates } = pairs
  const p = candidates.map((_, i) =>
    candidates.map((_, j) => (votes(pairs, i, j) > votes(pairs, j, i) ? votes(pairs, i, j) : 0)),
  )
  const at = (i: number, j: number) => p[i]?.[j] ?? 0
  for (const k of candidates.keys())
    for (const [i, row] of p.entries())
      for (const j of row.keys()) if (i !== j) row[j] = Math.max(at(i, j), Math.min(at(i, k), at(k, j)))
  const places = candidates.map((candidate, i) => ({
    candidate,
    place: 1 + candidates.filter((_, j) => at(j, i) > at(i, j)).length,
  }))
  return {
    candidates,
    strengths: p,
    places: places.toSorted((a, b) => a.place - b.place || byId(a.candidate, b.candidate)),
    winners: places.filter(({ place }) => place === 1).map(({ candidate }) => candidate),
  }
}
