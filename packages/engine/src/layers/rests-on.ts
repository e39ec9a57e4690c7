/** On which layer each criterion rests. */
import { ANSWERED, type Data, NOT_APPLICABLE as GAP_NOT_APPLICABLE } from '../score/data.ts'
import type { Plan, PlanGroup, PlanLeaf } from '../score/plan.ts'
import { type Results, SCORED } from '../score/results.ts'
import { type AnswerLayers, LAYERS, type Layer } from './layer.ts'

/** The weakest layer beneath a value; `mixed`: part of it rests on a later one. */
export type RestsOn = { layer: Layer; mixed: boolean }

/** By criterion path, `criteria` for the total, one element per entry; null where nothing rests on an answer. */
export type RestsOnByPath = ReadonlyMap<string, readonly (RestsOn | null)[]>

/**
 * The weakest layer among the answers that a criterion's value is made of, and of a group among its criteria that weigh
 * something. An answer that is left out carries nothing; one that counts zero for want of a value carries that zero.
 * Indicators and marks have no layer: what rests on them alone rests on none.
 *
 * @param data as tabulated from the answers that stand
 * @param results of the same data
 */
export const restsOn = (plan: Plan, data: Data, results: Results, layers: AnswerLayers): RestsOnByPath => {
  const byNode: (readonly (RestsOn | null)[])[] = []
  for (const node of plan.nodes)
    byNode.push(
      data.ids.map((_, entry) =>
        node.kind === 'leaf'
          ? ofLeaf(node, entry, { data, results, layers })
          : ofGroup(plan, node, index => byNode[index]?.[entry] ?? null),
      ),
    )
  return new Map(plan.nodes.map(({ path, index }) => [path, byNode[index] ?? []]))
}

type Given = { data: Data; results: Results; layers: AnswerLayers }

const ofLeaf = (leaf: PlanLeaf, entry: number, { data, results, layers }: Given): RestsOn | null => {
  if (results.nodes.get(leaf.path)?.outcomes[entry] !== SCORED) return null
  const carrying = leaf.reads.flatMap(({ id }) => {
    const layer = layers[entry]?.[id]
    const gap = data.columns[id]?.gaps[entry]
    const counts = gap === ANSWERED || (leaf.missing === 'zero' && gap !== GAP_NOT_APPLICABLE)
    return layer && counts ? [{ layer, mixed: false }] : []
  })
  return weakestOf(carrying)
}

const ofGroup = (plan: Plan, group: PlanGroup, of: (index: number) => RestsOn | null): RestsOn | null =>
  weakestOf(group.children.flatMap(index => ((plan.weights[index] as number) > 0 ? (of(index) ?? []) : [])))

const weakestOf = (parts: readonly RestsOn[]): RestsOn | null => {
  const layer = LAYERS.find(one => parts.some(part => part.layer === one))
  return layer ? { layer, mixed: parts.some(part => part.mixed || part.layer !== layer) } : null
}
