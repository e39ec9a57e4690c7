/** One combination of the discrete alternatives: who is scored in it and from what, as a program for its runs. */
import { ownValueOf } from '../combine/by-entry.ts'
import { countedWeight, type Plan, type PlanGroup } from '../score/plan.ts'
import { NOT_APPLICABLE, type NodeResult, SCORED } from '../score/results.ts'
import { type Domain, domainOf, into } from './domain.ts'
import { patternsOf } from './patterns.ts'
import { placesWhere } from './places-where.ts'
import type { Pool } from './pool.ts'
import type { Odd, Part, Program, ProgramGroup } from './program.ts'

/**
 * Lays out the groups that count in the total.
 *
 * @param all results by node index over all entries, at the weights of the plan: they decide what is scored, whatever
 * weights a run draws
 * @param analysed places of the entries that are to be scored and ranked
 */
export const programOf = (
  plan: Plan,
  all: readonly NodeResult[],
  analysed: Int32Array,
  pool: Pool,
): Program => {
  const compares = doesCompare(plan, plan.nodes.length - 1)
  const isAll = compares || analysed.length === all[0]?.values.length
  const results = isAll ? all : all.map(result => pick(result, analysed))
  const root = plan.nodes.length - 1
  const total = results[root] as NodeResult
  const wanted = new Map<number, Above>([[root, { domain: 'plain', zero: false }]])
  const groups: ProgramGroup[] = []
  // From the total downwards, since a group has to know in which form it is wanted.
  for (const node of plan.nodes.toReversed()) {
    const above = wanted.get(node.index)
    if (node.kind === 'leaf' || !above) continue
    const domain = domainIn(node, results)
    const ordered = domain ? leavesFirst(plan, node) : node.summed
    const children = ordered.filter(child => (plan.weights[child] as number) > 0)
    const below = { domain: domain ?? 'plain', zero: node.missing === 'zero' }
    for (const child of children) wanted.set(child, below)
    const given = { plan, results, group: node, children, above }
    groups.push(domain ? meanGroup(given, domain, pool) : otherGroup(given))
  }
  const shown = compares ? analysed : Int32Array.from(analysed.keys())
  const entries = compares ? Int32Array.from(total.values.keys()) : analysed
  return {
    entries,
    shown,
    ranked: placesWhere(shown.length, i => total.outcomes[shown[i] as number] === SCORED),
    groups: groups.toReversed(),
    panels: plan.nodes.flatMap(node => {
      const above = wanted.get(node.index)
      if (node.kind === 'group' || node.scoring.by !== 'panel' || !above) return []
      const result = results[node.index] as NodeResult
      const scored = placesWhere(result.outcomes.length, e => result.outcomes[e] === SCORED)
      return [{ node: node.index, domain: above.domain, column: columnOf(result, above), scored }]
    }),
    weights: plan.weights,
  }
}

/** Beyond 1e±38 an eighth power leaves the range of numbers; what a run draws moves a value by less than the rest. */
const FARTHEST = 1e30

/** Null also for a mean of powers whose parts are too large or small for it to be taken of them as they are. */
const domainIn = ({ combine, children }: PlanGroup, results: readonly NodeResult[]): Domain | null => {
  const domain = domainOf(combine)
  if (typeof domain !== 'object') return domain
  const isFar = (value: number) => value > FARTHEST || (value > 0 && value < 1 / FARTHEST)
  return children.some(child => results[child]?.values.some(isFar)) ? null : domain
}

/** Whether what counts in a node depends on the other entries, so that all of them have to be there. */
const doesCompare = ({ nodes, weights }: Pick<Plan, 'nodes' | 'weights'>, index: number): boolean => {
  const node = nodes[index]
  if (node?.kind !== 'group') return false
  if (ownValueOf(node.combine) === null) return true
  return node.children.some(child => (weights[child] as number) > 0 && doesCompare({ nodes, weights }, child))
}

const pick = ({ path, values, outcomes, coverage }: NodeResult, entries: Int32Array): NodeResult => {
  const size = entries.length
  const picked = {
    path,
    values: new Float64Array(size),
    outcomes: new Uint8Array(size),
    coverage: new Float64Array(size),
  }
  for (let i = 0; i < size; i++) {
    const e = entries[i] as number
    picked.values[i] = values[e] as number
    picked.outcomes[i] = outcomes[e] as number
    picked.coverage[i] = coverage[e] as number
  }
  return picked
}

/** In the order of their keys, but panels after other leaves and groups last: their values can differ by run. */
const leavesFirst = ({ nodes }: Plan, { summed }: PlanGroup): number[] => {
  const turn = (child: number) => {
    const node = nodes[child]
    return node?.kind === 'group' ? 2 : node?.scoring.by === 'panel' ? 1 : 0
  }
  return summed.toSorted((a, b) => turn(a) - turn(b))
}

/** In which domain the group above takes a value, and whether what is missing counts 0 there. */
type Above = { domain: Domain; zero: boolean }

type Given = {
  plan: Plan
  results: readonly NodeResult[]
  group: PlanGroup
  children: readonly number[]
  above: Above
}

const meanGroup = (given: Given, domain: Domain, pool: Pool): ProgramGroup => {
  const { plan, results, group, children, above } = given
  const below = { domain, zero: group.missing === 'zero' }
  const parts = children.map((child): Part => {
    const result = results[child] as NodeResult
    const isLeaf = plan.nodes[child]?.kind === 'leaf'
    return { node: child, column: isLeaf ? pool(child, columnOf(result, below)) : null }
  })
  const outcomes = children.map(child => (results[child] as NodeResult).outcomes)
  const own = results[group.index] as NodeResult
  const { masks, of } = patternsOf(
    outcomes,
    own.values.length,
    outcome => below.zero && outcome !== NOT_APPLICABLE,
  )
  const odd = oddOf(own, of, above)
  return { kind: 'mean', node: group.index, wanted: above.domain, odd, domain, parts, masks }
}

const otherGroup = ({ plan, results, group, children, above }: Given): ProgramGroup => {
  const own = results[group.index] as NodeResult
  const entries = own.values.length
  return {
    kind: 'other',
    node: group.index,
    wanted: above.domain,
    odd: oddOf(own, new Int32Array(entries), above),
    combine: group.combine,
    parts: {
      children: children.map(child => whereScored(results[child] as NodeResult, own)),
      weights: Float64Array.from(children, child =>
        countedWeight(group.combine, plan.weights[child] as number),
      ),
      // Who is scored is decided: what a run draws changes nothing about it.
      missing: group.missing === 'zero' ? 'zero' : 'exclude',
    },
    nodes: Int32Array.from(children),
    path: group.path,
    rubric: plan.rubric,
  }
}

/** A child's result for the entries for which the group is scored; it does not apply to the others. */
const whereScored = (child: NodeResult, { outcomes }: NodeResult): NodeResult => ({
  ...child,
  values: child.values.map((value, e) => (outcomes[e] === SCORED ? value : Number.NaN)),
  outcomes: child.outcomes.map((outcome, e) => (outcomes[e] === SCORED ? outcome : NOT_APPLICABLE)),
})

/** What stands where there is no value: nothing, or 0 where the group above counts it as that. */
const absentAt = (outcome: number, { domain, zero }: Above): number =>
  zero && outcome !== NOT_APPLICABLE ? into(domain, 0) : 0

const columnOf = ({ values, outcomes }: NodeResult, above: Above): Float64Array => {
  const column = values.slice()
  const isPlain = above.domain === 'plain'
  for (let e = 0; e < column.length; e++) {
    const outcome = outcomes[e] as number
    if (outcome !== SCORED) column[e] = absentAt(outcome, above)
    else if (!isPlain) column[e] = into(above.domain, column[e] as number)
  }
  return column
}

const oddOf = ({ outcomes }: NodeResult, of: Int32Array, above: Above): Odd => {
  const entries = placesWhere(outcomes.length, e => outcomes[e] !== SCORED || of[e] !== 0)
  const patterns = new Int32Array(entries.length)
  const absent = new Float64Array(entries.length)
  for (let i = 0; i < entries.length; i++) {
    const e = entries[i] as number
    const outcome = outcomes[e] as number
    patterns[i] = outcome === SCORED ? (of[e] as number) : -1
    absent[i] = absentAt(outcome, above)
  }
  return { entries, patterns, absent }
}
