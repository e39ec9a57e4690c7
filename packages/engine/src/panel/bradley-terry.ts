/** Strengths from pairwise choices: Bradley and Terry's model, ties as half a win each or by Davidson's. */
import { inverse, Matrix } from 'ml-matrix'
import { mean, sum } from '../score/statistics.ts'
import { groupsBy } from './groups.ts'
import { indexOf } from './mark-table.ts'
import { PanelError } from './panel-error.ts'

/** `better` was chosen over `worse`; with `tied` neither was. */
export type Choice = { better: string; worse: string; tied?: true }

export type BradleyTerry = {
  /** Log strengths that sum to 0, with their standard error: a beats b with odds e^(a − b). By id. */
  entries: readonly {
    entry: string
    strength: number
    se: number
    wins: number
    losses: number
    ties: number
  }[]
  /** Of the strengths, in their order: var(a − b) = caa + cbb − 2cab. */
  covariance: readonly (readonly number[])[]
  /** Davidson's ν: equals tie with probability ν/(2 + ν). Null where ties count as half a win. */
  tie: number | null
  iterations: number
}

type Counts = { ids: readonly string[]; wins: Matrix; ties: Matrix }

/** Largest gap between what is earned and what the model expects that counts as settled, by the number of choices. */
const SETTLED = 1e-12
const MOST_ROUNDS = 200_000

/**
 * P(i over j) = πᵢ/(πᵢ + πⱼ); with `davidson`, over D = πᵢ + πⱼ + ν√(πᵢπⱼ), and P(tie) = ν√(πᵢπⱼ)/D. Maximum likelihood by
 * minorise–maximise steps, which rise at each step and settle from any start:
 *
 *     πᵢ ← (wᵢ + tᵢ/2) / Σⱼ nᵢⱼ (1 + (ν/2)√(πⱼ/πᵢ)) / D        ν ← t / Σ_{i<j} nᵢⱼ √(πᵢπⱼ) / D
 *
 * Standard errors from the inverse of the information where strengths sum to 0 (with `half` they take a tie for a choice, as
 * is usual). Units: log odds.
 * Source: Bradley & Terry (1952), Biometrika 39, 324–345; Hunter (2004), Annals of Statistics 32, 384–406; Davidson (1970),
 * JASA 65, 317–328. A finite maximum exists only if wins or ties lead from every entry to every other: Ford (1957),
 * American Mathematical Monthly 64(8), 28–33.
 *
 * @throws PanelError `no-marks`; `bad-choice` for an entry against itself; `unlinked`, with the groups, where no maximum exists;
 * `only-ties` under `davidson`; `not-converged`
 */
export const bradleyTerry = (
  choices: readonly Choice[],
  { ties }: { ties: 'half' | 'davidson' },
): BradleyTerry => {
  const counts = countsOf(choices)
  checkLinked(counts)
  const davidson = ties === 'davidson' && counts.ties.sum() > 0
  if (ties === 'davidson' && counts.wins.sum() === 0)
    throw new PanelError('only-ties', 'every choice is a tie. Needed: one win, or ties as half a win each.')
  const { strengths, tie, iterations } = climb(counts, davidson)
  const covariance = covarianceOf(counts, strengths, tie)
  const total = (matrix: Matrix, i: number) => sum(matrix.getRow(i))
  return {
    entries: counts.ids.map((entry, i) => ({
      entry,
      strength: strengths[i] ?? 0,
      se: Math.sqrt(Math.max(0, covariance.get(i, i))),
      wins: total(counts.wins, i),
      losses: sum(counts.wins.getColumn(i)),
      ties: total(counts.ties, i),
    })),
    covariance: covariance.to2DArray(),
    tie: ties === 'davidson' ? tie : null,
    iterations,
  }
}

/** Wins of row over column, and ties of both. */
const countsOf = (choices: readonly Choice[]): Counts => {
  if (choices.length === 0) throw new PanelError('no-marks', 'no choices were given. Needed: at least one.')
  const { ids, at } = indexOf(choices.flatMap(choice => [choice.better, choice.worse]))
  const wins = Matrix.zeros(ids.length, ids.length)
  const ties = Matrix.zeros(ids.length, ids.length)
  for (const { better, worse, tied } of choices) {
    if (better === worse)
      throw new PanelError('bad-choice', `${better} against itself. Allowed: two different entries.`)
    const [i, j] = [at.get(better) ?? 0, at.get(worse) ?? 0]
    const count = tied ? ties : wins
    count.set(i, j, count.get(i, j) + 1)
    if (tied) count.set(j, i, count.get(j, i) + 1)
  }
  return { ids, wins, ties }
}

/** Which entries can be reached from each by wins and ties; those that reach each other are one group. */
const checkLinked = ({ ids, wins, ties }: Counts): void => {
  const reached = ids.map((_, start) => {
    const seen = new Uint8Array(ids.length)
    const stack = [start]
    seen[start] = 1
    for (let i = stack.pop(); i !== undefined; i = stack.pop())
      for (let j = 0; j < ids.length; j++)
        if (!seen[j] && wins.get(i, j) + ties.get(i, j) > 0) {
          seen[j] = 1
          stack.push(j)
        }
    return seen
  })
  const groups = groupsBy(ids, i => reached.findIndex((from, j) => from[i] && reached[i]?.[j]))
  if (groups.length === 1) return
  const names = groups.map(group => group.join(', ')).join(' | ')
  throw new PanelError(
    'unlinked',
    `no wins or ties lead both ways between these groups: ${names}. Needed: from every entry to every other.`,
    groups,
  )
}

/** The chances of one pair, from the difference of log strengths: no overflow where strengths are far apart. */
const chances = (difference: number, tie: number) => {
  const up = Math.exp(difference / 2)
  const all = up + 1 / up + tie
  const tied = tie / all
  /** What the first is expected to earn of one choice. */
  return { expected: up / all + tied / 2, won: up / all, tied }
}

type Pair = { i: number; j: number; count: number }

const pairsOf = ({ ids, wins, ties }: Counts): Pair[] =>
  ids.flatMap((_, i) =>
    ids.flatMap((_, j) => {
      const count = wins.get(i, j) + wins.get(j, i) + ties.get(i, j)
      return i < j && count > 0 ? [{ i, j, count }] : []
    }),
  )

const at = (values: ArrayLike<number>, i: number): number => values[i] as number

const climb = (counts: Counts, davidson: boolean) => {
  const { ids, wins, ties } = counts
  const pairs = pairsOf(counts)
  const earned = ids.map((_, i) => sum(wins.getRow(i)) + sum(ties.getRow(i)) / 2)
  const tiesInAll = ties.sum() / 2
  const settled = SETTLED * (wins.sum() + tiesInAll)
  let strengths = new Float64Array(ids.length)
  let tie = davidson ? 1 : 0
  for (let iterations = 1; iterations <= MOST_ROUNDS; iterations++) {
    const expected = new Float64Array(ids.length)
    let expectedTies = 0
    for (const { i, j, count } of pairs) {
      const chance = chances(at(strengths, i) - at(strengths, j), tie)
      expected[i] = at(expected, i) + count * chance.expected
      expected[j] = at(expected, j) + count * (1 - chance.expected)
      expectedTies += count * chance.tied
    }
    const gaps = earned.map((score, i) => Math.abs(score - at(expected, i)))
    if (Math.max(...gaps, davidson ? Math.abs(tiesInAll - expectedTies) : 0) <= settled)
      return { strengths, tie, iterations }
    const next = strengths.map((value, i) => value + Math.log(at(earned, i) / at(expected, i)))
    const middle = mean(next)
    strengths = next.map(value => value - middle)
    if (davidson) tie *= tiesInAll / expectedTies
  }
  throw new PanelError(
    'not-converged',
    `the strengths of ${ids.length} entries did not settle in ${MOST_ROUNDS} rounds. Needed: more choices between groups that few link.`,
  )
}

/** The inverse of the information where strengths sum to 0, what the estimate of ν costs taken out. */
const covarianceOf = (counts: Counts, strengths: Float64Array, tie: number): Matrix => {
  const n = counts.ids.length
  const information = Matrix.ones(n, n).div(n)
  const add = (i: number, j: number, value: number) => information.set(i, j, information.get(i, j) + value)
  const cross = new Float64Array(n)
  let ofTie = 0
  for (const { i, j, count } of pairsOf(counts)) {
    const { expected, won, tied } = chances(at(strengths, i) - at(strengths, j), tie)
    const variance = count * (won + tied / 4 - expected * expected)
    add(i, i, variance)
    add(j, j, variance)
    add(i, j, -variance)
    add(j, i, -variance)
    const shared = count * tied * (0.5 - expected)
    cross[i] = at(cross, i) + shared
    cross[j] = at(cross, j) - shared
    ofTie += count * tied * (1 - tied)
  }
  if (tie > 0) {
    const column = Matrix.columnVector(cross)
    information.sub(column.mmul(column.transpose()).div(ofTie))
  }
  return inverse(information).sub(1 / n)
}
