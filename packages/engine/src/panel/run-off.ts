/** Ranked-choice voting: instant run-off, with an account of every round. */
import { sum } from '../score/statistics.ts'
import { type Election, type Placed, placed } from './ballots.ts'
import { PanelError } from './panel-error.ts'

/**
 * How a tie for the fewest votes is broken: not at all · the one with fewer in the latest earlier round in which they differed ·
 * a lot drawn beforehand, in which the last of those tied leaves.
 */
export type TieRule = 'none' | 'earlierRounds' | { lot: readonly string[] }

export type RunOffRound = {
  /** The candidates left, most votes first. */
  tally: readonly Placed[]
  /** Ballots that rank none of them. */
  exhausted: number
  /** Who leaves after this round; empty in the last. */
  out: readonly string[]
  /** `together`: those tied for fewest have less in all than the next, so their order changes nothing. */
  by: 'fewest' | 'together' | 'earlierRounds' | 'lot' | null
}

export type RunOff = {
  rounds: readonly RunOffRound[]
  /** Null when a tie stands that the rule does not break. */
  winner: string | null
  /** Who ties where the count stopped; empty when there is a winner. */
  tied: readonly string[]
}

/**
 * Each ballot counts for its highest candidate still in (shared equally where it ranks several alike). Who has more than
 * half of the ballots that still count wins; else who has fewest leaves, and the ballots are counted again. Ties are
 * broken by the stated rule alone, else the count stops and says who ties. Units: votes.
 * Source: Hare's rule for one seat, as in Tideman (1995), Journal of Economic Perspectives 9(1), 27–38.
 *
 * @throws PanelError `bad-ballot` when the lot does not hold every candidate once
 */
export const runOff = (election: Election, { ties }: { ties: TieRule }): RunOff => {
  const { candidates } = election
  if (typeof ties === 'object') checkLot(candidates, ties.lot)
  const rounds: RunOffRound[] = []
  let left = candidates
  for (;;) {
    const { tally, exhausted } = count(election, left)
    const stop = (winner: string | null, tied: readonly string[]): RunOff => {
      rounds.push({ tally, exhausted, out: [], by: null })
      return { rounds, winner, tied }
    }
    const first = tally[0] as Placed
    const counted = election.voters - exhausted
    if (left.length === 1 || first.score > counted / 2 + 1e-9) return stop(first.candidate, [])
    const next = leaving(tally, rounds, ties)
    if (next.by === null) return stop(null, next.out)
    rounds.push({ tally, exhausted, ...next })
    left = left.filter(candidate => !next.out.includes(candidate))
  }
}

const checkLot = (candidates: readonly string[], lot: readonly string[]): void => {
  if (lot.length === candidates.length && candidates.every(candidate => lot.includes(candidate))) return
  throw new PanelError(
    'bad-ballot',
    `the lot is ${lot.join(', ')}. Needed: each of ${candidates.join(', ')} once.`,
  )
}

const count = ({ candidates, ballots }: Election, left: readonly string[]) => {
  const isLeft = candidates.map(candidate => left.includes(candidate))
  const parts: number[][] = candidates.map(() => [])
  let exhausted = 0
  for (const ballot of ballots) {
    const top = ballot.groups.map(group => group.filter(i => isLeft[i])).find(group => group.length > 0)
    if (!top) exhausted += ballot.count
    for (const i of top ?? []) parts[i]?.push(ballot.count / (top?.length ?? 1))
  }
  const inOrder = (values: number[]) => sum(values.sort((a, b) => a - b))
  const scores = parts.filter((_, i) => isLeft[i]).map(inOrder)
  return { tally: placed(left, scores), exhausted }
}

type Leaving = Pick<RunOffRound, 'out' | 'by'>

const leaving = (tally: readonly Placed[], rounds: readonly RunOffRound[], ties: TieRule): Leaving => {
  const lowest = Math.max(...tally.map(({ place }) => place))
  const last = tally.filter(({ place }) => place === lowest)
  const out = last.map(({ candidate }) => candidate)
  if (out.length === 1) return { out, by: 'fewest' }
  const above = tally[tally.length - last.length - 1]
  if (above && sum(last.map(({ score }) => score)) < above.score - 1e-9) return { out, by: 'together' }
  if (typeof ties === 'object') return { out: ties.lot.filter(id => out.includes(id)).slice(-1), by: 'lot' }
  const fewer = ties === 'earlierRounds' ? fewestBefore(out, rounds) : out
  return fewer.length === 1 ? { out: fewer, by: 'earlierRounds' } : { out: fewer, by: null }
}

/** Those of `tied` who had fewest in the rounds before, from the latest back, as long as several had. */
const fewestBefore = (tied: readonly string[], rounds: readonly RunOffRound[]): readonly string[] =>
  rounds.toReversed().reduce((still, { tally }) => {
    const own = tally.filter(({ candidate }) => still.includes(candidate))
    const lowest = Math.max(...own.map(({ place }) => place))
    return own.filter(({ place }) => place === lowest).map(({ candidate }) => candidate)
  }, tied)
