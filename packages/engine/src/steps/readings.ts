/** How criteria read the indicators: what steps have to know of the tree. */
import type { Scoring } from '@tumstock/rubric/contract'
import type { Plan, PlanLeaf } from '../score/plan.ts'

export type Reading = {
  id: string
  /** Null when criteria read it in both directions. */
  lowerIsBetter: boolean | null
  /** Indexes of the groups whose criteria read it. */
  groups: ReadonlySet<number>
  /** One flag per category in which a criterion reads it; null = everywhere. */
  appliesIn: Uint8Array | null
}

/** Every indicator that a criterion reads, in the order of their ids: sums over them run in it. */
export const readingsOf = (plan: Plan): Reading[] => {
  const indicators = new Set(plan.indicators)
  const leaves = new Map<string, PlanLeaf[]>()
  for (const node of plan.nodes)
    if (node.kind === 'leaf')
      for (const { id } of node.reads)
        if (indicators.has(id)) leaves.set(id, [...(leaves.get(id) ?? []), node])
  return [...leaves]
    .map(([id, by]) => ({
      id,
      lowerIsBetter: agreed(by.map(leaf => isLowerBetter(leaf.scoring))),
      groups: new Set(by.map(leaf => leaf.parent)),
      appliesIn: anyOf(by.map(leaf => leaf.appliesIn)),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The declared direction of a rule; rules without one read more as better. */
const isLowerBetter = (scoring: Scoring): boolean => {
  if (scoring.by === 'linear') return scoring.from > scoring.to
  return 'lowerIsBetter' in scoring && scoring.lowerIsBetter === true
}

const agreed = (directions: readonly boolean[]): boolean | null =>
  new Set(directions).size === 1 ? (directions[0] as boolean) : null

const anyOf = (flags: readonly (Uint8Array | null)[]): Uint8Array | null => {
  if (flags.some(each => each === null)) return null
  const [first] = flags as Uint8Array[]
  return first ? first.map((_, i) => (flags.some(each => each?.[i] === 1) ? 1 : 0)) : null
}
