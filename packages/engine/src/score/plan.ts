/** A rubric made ready to compute with: flat arrays in place of a tree, every reference resolved. */
import { ignoresWeights } from '@tumstock/rubric/combine'
import type { Combine, Missing, RubricData, Scoring, Step } from '@tumstock/rubric/contract'
import { nameOf, RubricError } from '@tumstock/rubric/error'
import { isWeight, WEIGHTS } from '@tumstock/rubric/weight'
import { type PlanAward, resolveAwards } from './plan-awards.ts'
import { checkCombine } from './plan-combine.ts'
import { type Fail, type PlanRead, resolveReads } from './plan-reads.ts'

type NodeBase = {
  index: number
  path: string
  title: string
  /** Index of the group that it belongs to; −1 for the root. */
  parent: number
  missing: Missing
}

export type PlanLeaf = NodeBase & {
  kind: 'leaf'
  scoring: Scoring
  reads: readonly PlanRead[]
  /** One flag per category, the groups' above it included; null = applies everywhere, also outside categories. */
  appliesIn: Uint8Array | null
}

export type PlanGroup = NodeBase & {
  kind: 'group'
  combine: Combine
  /** In the order of the rubric. */
  children: readonly number[]
  /** In the order of their keys: sums run in it, so that they do not depend on how the rubric is written down. */
  summed: readonly number[]
}

export type PlanNode = PlanLeaf | PlanGroup

export type Plan = {
  /** `id@edition` */
  rubric: string
  /** Ids of everything that is read from a source instead of asked, in the order of the rubric. */
  indicators: readonly string[]
  /** What is done to the indicators first, in this order. */
  steps: readonly Step[]
  /** How relative rules compare over several years; null = the rubric does not say. */
  years: 'each' | 'pooled' | null
  /** Category ids, in the order of the rubric. */
  categories: readonly string[]
  /** Post-order: children stand before their group, the root is last. */
  nodes: readonly PlanNode[]
  /** Own weight by node index; the root's is 1. */
  weights: Float64Array
  indexByPath: ReadonlyMap<string, number>
  /** Node indexes, the first that differs decides. */
  tieBreak: readonly number[]
  awards: readonly PlanAward[]
  /** `scale.max`: what a value of 1 is shown as. */
  max: number
  /** A survey reports shares: no entry of it is ever ranked. */
  ranked: boolean
}

export const ROOT_PATH = 'criteria'

/**
 * Compiles a rubric to a plan. The plan holds no entries and is never changed: one serves scoring, what-if and simulation.
 *
 * @throws RubricError `bad-rubric`, `unknown-read`, `unknown-category`, `unknown-path`, `bad-weight` or `zero-weight`,
 * each naming the criterion.
 */
export const compile = (rubric: RubricData): Plan => {
  const name = nameOf(rubric)
  const fail: Fail = (code, path, says) => new RubricError({ code, rubric: name, path, says })
  const categories = Object.keys(rubric.categories)
  const nodes: PlanNode[] = []
  const weights: number[] = []

  const addGroup = (group: GroupSource, path: string, applies: Uint8Array | null): number => {
    const keys = Object.keys(group.children)
    const prefix = path === ROOT_PATH ? path : `${path}.children`
    const byKey = new Map(keys.map(key => [key, addNode(group, key, `${prefix}.${key}`, applies)]))
    const index = nodes.length
    const indexes = (order: readonly string[]) => order.map(key => byKey.get(key) as number)
    const children = indexes(keys)
    const { title, missing, combine, weight } = group
    const summed = indexes([...keys].sort())
    nodes.push({ kind: 'group', index, path, title, parent: -1, missing, combine, children, summed })
    weights.push(weight)
    for (const child of children) nodes[child] = { ...(nodes[child] as PlanNode), parent: index }
    return index
  }

  const addNode = (group: GroupSource, key: string, path: string, inherited: Uint8Array | null): number => {
    const criterion = group.children[key] as RubricData['criteria'][string]
    const applies = narrow(inherited, criterion.onlyIn, categories, id =>
      fail('unknown-category', `${path}.onlyIn`, `no category "${id}". Defined: ${listed(categories)}.`),
    )
    if ('children' in criterion) {
      if (Object.keys(criterion.children).length === 0)
        throw fail(
          'bad-rubric',
          `${path}.children`,
          'a group without children. Give it at least one criterion.',
        )
      return addGroup(criterion, path, applies)
    }
    const { title, missing, scoring, weight } = criterion
    const index = nodes.length
    const reads = resolveReads(rubric, criterion, path, fail)
    nodes.push({ kind: 'leaf', index, path, title, parent: -1, missing, scoring, reads, appliesIn: applies })
    weights.push(weight)
    return index
  }

  const { title, missing, combine, criteria } = rubric
  addGroup({ title, missing, combine, children: criteria, weight: 1 }, ROOT_PATH, null)
  const indexByPath = new Map(nodes.map(node => [node.path, node.index]))
  const nodeAt = (path: string, where: string): number => {
    const index = path === ROOT_PATH ? undefined : indexByPath.get(path)
    if (index === undefined)
      throw fail('unknown-path', where, `no criterion "${path}". Write it as criteria.a.children.b.`)
    return index
  }
  const plan: Plan = {
    rubric: name,
    indicators: Object.keys(rubric.indicators),
    steps: rubric.steps ?? [],
    years: rubric.years ?? null,
    categories,
    nodes,
    weights: Float64Array.from(weights),
    indexByPath,
    tieBreak: rubric.tieBreak.map((path, i) => nodeAt(path, `tieBreak.${i}`)),
    awards: resolveAwards(rubric, nodeAt),
    max: rubric.scale.max,
    ranked: rubric.purpose !== 'survey',
  }
  checkWeights(plan)
  checkCombine(plan)
  return plan
}

/**
 * The same plan with other weights, for a what-if: O(nodes), nothing else is compiled again and leaf values stay valid.
 *
 * @param changes new own weight by criterion path; the rest keep theirs
 * @throws RubricError `unknown-path`, `bad-weight`, `zero-weight`
 */
export const withWeights = (plan: Plan, changes: Readonly<Record<string, number>>): Plan => {
  const weights = plan.weights.slice()
  for (const [path, weight] of Object.entries(changes)) {
    const index = path === ROOT_PATH ? undefined : plan.indexByPath.get(path)
    if (index === undefined)
      throw new RubricError({
        code: 'unknown-path',
        rubric: plan.rubric,
        path,
        says: 'no such criterion to weight. Write it as criteria.a.children.b.',
      })
    weights[index] = weight
  }
  const changed = { ...plan, weights }
  checkWeights(changed)
  return changed
}

/**
 * The weight with which a node counts in its group: `min`, `median` and `benefitOfDoubt` ignore weights but for 0.
 */
export const countedWeight = (combine: Combine, weight: number): number =>
  ignoresWeights(combine) && weight > 0 ? 1 : weight

type GroupSource = {
  title: string
  missing: Missing
  combine: Combine
  weight: number
  children: RubricData['criteria']
}

const checkWeights = (plan: Plan): void => {
  const { nodes, weights, rubric } = plan
  for (const { index, path } of nodes) {
    const weight = weights[index] as number
    if (!isWeight(weight))
      throw new RubricError({
        code: 'bad-weight',
        rubric,
        path: `${path}.weight`,
        says: `${weight} is not a weight. Allowed: ${WEIGHTS}.`,
      })
  }
  for (const node of nodes) {
    if (node.kind === 'leaf' || node.children.length === 0) continue
    const sum = node.summed.reduce((total, child) => total + (weights[child] as number), 0)
    if (sum === 0)
      throw new RubricError({
        code: 'zero-weight',
        rubric,
        path: node.path,
        says: 'the weights of its criteria sum to 0. At least one has to be above 0.',
      })
  }
}

const narrow = (
  inherited: Uint8Array | null,
  onlyIn: readonly string[] | undefined,
  categories: readonly string[],
  unknown: (id: string) => RubricError,
): Uint8Array | null => {
  if (!onlyIn) return inherited
  const stray = onlyIn.find(id => !categories.includes(id))
  if (stray !== undefined) throw unknown(stray)
  return Uint8Array.from(categories, (id, i) => (onlyIn.includes(id) && (inherited?.[i] ?? 1) ? 1 : 0))
}

const listed = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '))
