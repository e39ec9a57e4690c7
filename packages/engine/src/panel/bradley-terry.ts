/** Strengths from pairwise choices: Bradley and Terry's model, ties as half a win each or by Davidson's. */
import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix'
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
/** Log odds. Where the maximum lies at infinity the gap closes too, but steps go on. */
const STEADY = 1e-6
const MOST_ROUNDS = 100
const SINGULAR = 1e-14
/** A Newton step is halved until it does not lead down, but not beyond this. */
const SMALLEST = 1e-6

/**
 * P(i over j) = πᵢ/(πᵢ + πⱼ); with `davidson`, over D = πᵢ + πⱼ + ν√(πᵢπⱼ), and P(tie) = ν√(πᵢπⱼ)/D. Maximum likelihood by
 * Newton's method with halved steps; in ln π and ln ν the log-likelihood is concave, and at its maximum each entry has
 * earned what is expected of it, and ties are as many as are expected:
 *
 *     wᵢ + tᵢ/2 = Σⱼ nᵢⱼ (πᵢ + (ν/2)√(πᵢπⱼ)) / D        t = Σ_{i<j} nᵢⱼ ν√(πᵢπⱼ) / D
 *
 * Standard errors from the inverse of the information where strengths sum to 0 (with `half` they take a tie for a choice, as
 * is usual). Units: log odds.
 * Source: Bradley & Terry (1952), Biometrika 39, 324–345; Davidson (1970), JASA 65, 317–328; concavity: Hunter (2004),
 * Annals of Statistics 32, 384–406, §2. A finite maximum exists only if wins or ties lead from every entry to every other: Ford (1957),
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
  const { strengths, tie, iterations, covariance } = climb(counts, davidson)
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

/** Wins and ties have to lead from every entry to every other; those that reach each other are one group. */
const checkLinked = ({ ids, wins, ties }: Counts): void => {
  const reachedFrom = (start: number, goes: (i: number, j: number) => boolean): Uint8Array => {
    const seen = new Uint8Array(ids.length)
    const stack = [start]
    seen[start] = 1
    for (let i = stack.pop(); i !== undefined; i = stack.pop())
      for (let j = 0; j < ids.length; j++)
        if (!seen[j] && goes(i, j)) {
          seen[j] = 1
          stack.push(j)
        }
    return seen
  }
  const down = (i: number, j: number) => wins.get(i, j) + ties.get(i, j) > 0
  const up = (i: number, j: number) => down(j, i)
  if ([down, up].every(goes => reachedFrom(0, goes).every(Boolean))) return
  const reached = ids.map((_, start) => reachedFrom(start, down))
  const groups = groupsBy(ids, i => reached.findIndex((from, j) => from[i] && reached[i]?.[j]))
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
  /** `expected`: what the first is expected to earn of one choice. */
  return { expected: up / all + tied / 2, won: up / all, lost: 1 / up / all, tied }
}

type Pair = { i: number; j: number; count: number; lead: number; tied: number }

const pairsOf = ({ ids, wins, ties }: Counts): Pair[] =>
  ids.flatMap((_, i) =>
    ids.flatMap((_, j) => {
      const tied = ties.get(i, j)
      const count = wins.get(i, j) + wins.get(j, i) + tied
      return i < j && count > 0 ? [{ i, j, count, lead: wins.get(i, j) - wins.get(j, i), tied }] : []
    }),
  )

const at = (values: ArrayLike<number>, i: number): number => values[i] as number

/** Log strengths and Davidson's ν, 0 where ties count as half a win. */
type Fit = { strengths: Float64Array; tie: number }

const logLikelihood = (pairs: readonly Pair[], { strengths, tie }: Fit): number =>
  sum(
    pairs.map(({ i, j, count, lead, tied }) => {
      const half = (at(strengths, i) - at(strengths, j)) / 2
      const ofTies = tie > 0 ? tied * Math.log(tie) : 0
      return lead * half + ofTies - count * Math.log(Math.exp(half) + Math.exp(-half) + tie)
    }),
  )

/** What is earned beyond what is expected, and the information: of strengths (made regular by adding 1/n) and of ln ν. */
const derivativesOf = (n: number, pairs: readonly Pair[], { strengths, tie }: Fit) => {
  const gaps = new Float64Array(n)
  const information = Matrix.ones(n, n).div(n)
  const cross = new Float64Array(n)
  let gapOfTies = 0
  let ofTie = 0
  const add = (i: number, j: number, value: number) => information.set(i, j, information.get(i, j) + value)
  for (const { i, j, count, lead, tied: ties } of pairs) {
    const { expected, won, lost, tied } = chances(at(strengths, i) - at(strengths, j), tie)
    const gap = (count + lead) / 2 - count * expected
    gaps[i] = at(gaps, i) + gap
    gaps[j] = at(gaps, j) - gap
    // Written so that nothing cancels where one nearly always wins.
    const variance = count * (won * lost + (tied * (won + lost)) / 4)
    add(i, i, variance)
    add(j, j, variance)
    add(i, j, -variance)
    add(j, i, -variance)
    const shared = (count * tied * (lost - won)) / 2
    cross[i] = at(cross, i) + shared
    cross[j] = at(cross, j) - shared
    gapOfTies += ties - count * tied
    ofTie += count * tied * (won + lost)
  }
  return {
    gaps,
    gapOfTies,
    cross,
    ofTie,
    information: tie > 0 ? less(information, cross, ofTie) : information,
  }
}

/** What the estimate of ν costs taken out. */
const less = (information: Matrix, cross: Float64Array, ofTie: number): Matrix => {
  const column = Matrix.columnVector(cross)
  return information.sub(column.mmul(column.transpose()).div(ofTie))
}

/** Whether the information says something of every strength: pivots that are rounding alone say nothing. */
const isRegular = (decomposition: CholeskyDecomposition): boolean => {
  const pivots = decomposition.lowerTriangularMatrix.diagonal().map(root => root * root)
  return decomposition.isPositiveDefinite() && Math.min(...pivots) > SINGULAR * Math.max(...pivots)
}

const climb = (counts: Counts, davidson: boolean) => {
  const n = counts.ids.length
  const pairs = pairsOf(counts)
  const settled = SETTLED * sum(pairs.map(({ count }) => count))
  let fit: Fit = { strengths: new Float64Array(n), tie: davidson ? 1 : 0 }
  let height = logLikelihood(pairs, fit)
  for (let iterations = 1; iterations <= MOST_ROUNDS; iterations++) {
    const { gaps, gapOfTies, cross, ofTie, information } = derivativesOf(n, pairs, fit)
    const decomposition = new CholeskyDecomposition(information)
    if (!isRegular(decomposition)) break
    const share = davidson ? gapOfTies / ofTie : 0
    const right = Matrix.columnVector(gaps.map((gap, i) => gap - at(cross, i) * share))
    const step = centred(Float64Array.from(decomposition.solve(right).to1DArray()))
    const stepOfTie = share - (davidson ? sum(step.map((by, i) => by * at(cross, i))) / ofTie : 0)
    const steady = Math.max(...step.map(Math.abs), Math.abs(stepOfTie)) <= STEADY
    if (steady && Math.max(...gaps.map(Math.abs), davidson ? Math.abs(gapOfTies) : 0) <= settled)
      return { ...fit, iterations, covariance: inverse(information).sub(1 / n) }
    const moved = (size: number): Fit => ({
      strengths: centred(fit.strengths.map((value, i) => value + size * at(step, i))),
      tie: fit.tie * Math.exp(size * stepOfTie),
    })
    let size = 1
    let next = moved(size)
    let reached = logLikelihood(pairs, next)
    while (!(reached >= height - 1e-12 * Math.abs(height)) && size > SMALLEST) {
      size /= 2
      next = moved(size)
      reached = logLikelihood(pairs, next)
    }
    fit = next
    height = reached
  }
  throw new PanelError(
    'not-converged',
    `the strengths of ${n} entries did not settle in ${MOST_ROUNDS} rounds. Needed: more choices between groups that few link, or ties as half a win each.`,
  )
}

const centred = (values: Float64Array): Float64Array => {
  const middle = mean(values)
  return values.map(value => value - middle)
}
