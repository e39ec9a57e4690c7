import { RubricError } from '@tumstock/rubric/error'
import { type Correlation, correlation } from '../analysis/correlation.ts'
import { combine } from '../score/combine.ts'
import type { Data } from '../score/data.ts'
import type { Leaves } from '../score/leaves.ts'
import { type Plan, type PlanNode, withWeights } from '../score/plan.ts'
import type { NodeResult } from '../score/results.ts'
import { type Minimum, nelderMead } from './nelder-mead.ts'
import type { WeightSet } from './weight-set.ts'

/**
 * `balance`: each part shall go with the total as much as its target says (equally where there are none) ·
 * `infomax`: all parts together shall go with the total as much as can be.
 */
export type Aim = { by: 'balance'; targets?: WeightSet } | { by: 'infomax' }

export type OptimisedWeights = {
  /** By path; those of one group sum to what they did before. */
  weights: WeightSet
  /** Pearson correlation of each part with the total under these weights. */
  correlations: WeightSet
  /** Of the aim: the mean squared distance from the targets for `balance`, the sum of correlations for `infomax`. */
  reached: number
  converged: boolean
  /** Times that the rubric was evaluated. */
  evaluations: number
}

/**
 * Weights of some criteria, usually those of one level, under which the correlations r of their values with the total are as
 * wanted; all other weights stay:
 *
 *     balance: min mean (tᵢ − rᵢ/Σr)²,  Σt = 1        infomax: max Σr
 *
 * found by Nelder and Mead's search (`nelderMead`, at most 500 evaluations per part) from the targets, or from the weights
 * of the plan. Weights stay at 0 or above. COINr's `get_opt_weights` lets them go below 0, where a part counts the wrong way
 * round; it also compares targets with correlations in another order than its weights, and reports the correlations of
 * the last try instead of the best one.
 * Source: Paruolo, Saisana & Saltelli, J. R. Statist. Soc. A 176 (2013); Becker et al., JOSS 7(78), 2022.
 *
 * @param paths two criteria or more
 * @throws RubricError `too-few` below two criteria or below 3 entries that have them; `zero-range` when a criterion or the
 * total has the same value everywhere; `bad-weight` for a target that is not above 0; `unknown-path`, also for a criterion
 * named twice and a target of none of them
 */
export const optimiseWeights = (
  plan: Plan,
  data: Data,
  leaves: Leaves,
  { paths, aim }: { paths: readonly string[]; aim: Aim },
): OptimisedWeights => {
  const nodes = nodesAt(plan, paths)
  const targets = targetsOf(plan, paths, aim)
  const start = targets ?? nodes.map(({ index }) => plan.weights[index] as number)
  const correlationsAt = (weights: readonly number[]): Correlation[] | null => {
    const set = scaled(plan, nodes, weights)
    if (set === null) return null
    const values = combine(withWeights(plan, set), leaves, data.ids).nodes
    const total = values[values.length - 1] as NodeResult
    return nodes.map(({ index }) =>
      correlation((values[index] as NodeResult).values, total.values, 'pearson'),
    )
  }
  const evaluate = (weights: readonly number[]): number[] | null =>
    correlationsAt(weights)?.map(({ r }) => r ?? Number.NaN) ?? null
  checkStart(plan, paths, correlationsAt(start))

  const objective = (weights: readonly number[]): number => {
    const r = evaluate(weights)
    if (r === null) return Number.POSITIVE_INFINITY
    return targets ? Math.log(Math.max(imbalance(r, targets), BALANCED)) : -sumOf(r)
  }
  const found = searched(objective, start, 500 * paths.length)
  const r = evaluate(found.at) as number[]
  return {
    weights: scaled(plan, nodes, found.at) as WeightSet,
    correlations: byPath(paths, r),
    reached: targets ? imbalance(r, targets) : sumOf(r),
    converged: found.converged,
    evaluations: found.calls,
  }
}

const TOLERANCE = 1e-8

/** Two entries go together perfectly, whatever they have. */
const LEAST_ENTRIES = 3

/** Mean squared distance at which there is nothing left to balance; keeps the logarithm of a perfect balance finite. */
const BALANCED = 1e-32

/**
 * Searches, then again from where that ended while it helps: a simplex can collapse against the wall at 0. Those later
 * searches are over roots of the weights, where there is no wall.
 */
const searched = (
  f: (at: readonly number[]) => number,
  start: readonly number[],
  budget: number,
): Minimum => {
  let found = nelderMead(f, start, { tolerance: TOLERANCE, calls: budget })
  let calls = found.calls
  while (found.converged && calls < budget) {
    const stop = { tolerance: TOLERANCE, calls: budget - calls }
    const again = nelderMead(roots => f(squared(roots)), found.at.map(Math.sqrt), stop)
    calls += again.calls
    const better = found.value - again.value
    if (better > 0) found = { ...again, at: squared(again.at) }
    if (better <= TOLERANCE * (Math.abs(found.value) + TOLERANCE)) break
  }
  return { ...found, calls }
}

const squared = (roots: readonly number[]): number[] => roots.map(root => root * root)

/** Mean squared distance of the correlations' shares from the targets. */
export const imbalance = (correlations: readonly number[], targets: readonly number[]): number => {
  const all = sumOf(correlations)
  const squares = correlations.map((r, i) => ((targets[i] as number) - r / all) ** 2)
  return sumOf(squares) / squares.length
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const byPath = (paths: readonly string[], values: readonly number[]): WeightSet =>
  Object.fromEntries(paths.map((path, i) => [path, values[i] as number]))

/** The weights with those of each group summing to what they do in the plan; null where they are no weights. */
const scaled = (plan: Plan, nodes: readonly PlanNode[], weights: readonly number[]): WeightSet | null => {
  if (weights.some(weight => weight < 0)) return null
  const before = sumsByGroup(nodes, ({ index }) => plan.weights[index] as number)
  const now = sumsByGroup(nodes, (_, i) => weights[i] as number)
  if ([...now.values()].some(sum => sum === 0)) return null
  return Object.fromEntries(
    nodes.map(({ path, parent }, i) => [
      path,
      ((weights[i] as number) * (before.get(parent) as number)) / (now.get(parent) as number),
    ]),
  )
}

const sumsByGroup = (
  nodes: readonly PlanNode[],
  of: (node: PlanNode, i: number) => number,
): Map<number, number> => {
  const sums = new Map<number, number>()
  nodes.forEach((node, i) => {
    sums.set(node.parent, (sums.get(node.parent) ?? 0) + of(node, i))
  })
  return sums
}

const nodesAt = (plan: Plan, paths: readonly string[]): PlanNode[] => {
  if (paths.length < 2)
    throw new RubricError({
      code: 'too-few',
      rubric: plan.rubric,
      says: `${paths.length} criteria cannot be weighted against each other. Give at least 2.`,
    })
  return paths.map((path, i) => {
    const node = plan.nodes[plan.indexByPath.get(path) ?? -1]
    const twice = paths.indexOf(path) < i
    if (node && node.parent !== -1 && !twice) return node
    throw new RubricError({
      code: 'unknown-path',
      rubric: plan.rubric,
      path,
      says: twice
        ? 'it stands twice. Name each criterion once.'
        : 'no such criterion to weight. Write it as criteria.a.children.b.',
    })
  })
}

const targetsOf = (plan: Plan, paths: readonly string[], aim: Aim): number[] | null => {
  if (aim.by === 'infomax') return null
  const stray = Object.keys(aim.targets ?? {}).find(path => !paths.includes(path))
  if (stray !== undefined)
    throw new RubricError({
      code: 'unknown-path',
      rubric: plan.rubric,
      path: stray,
      says: 'there is a target for it, but it is not among those to weight.',
    })
  const given = paths.map(path => (aim.targets ? (aim.targets[path] ?? Number.NaN) : 1))
  const bad = given.findIndex(target => !(target > 0 && Number.isFinite(target)))
  if (bad !== -1)
    throw new RubricError({
      code: 'bad-weight',
      rubric: plan.rubric,
      path: paths[bad] as string,
      says: `${given[bad]} is no target. Give each criterion a number above 0.`,
    })
  const all = sumOf(given)
  return given.map(target => target / all)
}

const checkStart = (
  plan: Plan,
  paths: readonly string[],
  correlations: readonly Correlation[] | null,
): void => {
  const few = correlations?.findIndex(({ n }) => n < LEAST_ENTRIES) ?? -1
  if (few !== -1)
    throw new RubricError({
      code: 'too-few',
      rubric: plan.rubric,
      path: paths[few] as string,
      says: `${correlations?.[few]?.n} entries have it and the total. A correlation to weight by needs at least ${LEAST_ENTRIES}.`,
    })
  const without = correlations?.findIndex(({ r }) => r === null) ?? 0
  if (without === -1) return
  throw new RubricError({
    code: 'zero-range',
    rubric: plan.rubric,
    path: paths[without] as string,
    says: 'it has no correlation with the total. It needs weights above 0, and entries that differ in both.',
  })
}
