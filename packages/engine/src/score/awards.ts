/** Who is nominated and who wins by points. */
import { TIE } from './places.ts'
import type { Plan } from './plan.ts'
import type { PlanAward } from './plan-awards.ts'
import type { Ranking } from './rank.ts'
import { type AwardResult, NOT_APPLICABLE, type NodeResult, SCORED } from './results.ts'

/**
 * One result per award, or per award and category. Winners and nominees are named only where points decide; an award that
 * a jury or a vote decides still says who is below a floor. An entry below a floor (or whose floor criterion has no
 * score) is neither nominated nor wins; a floor on a criterion that does not apply to the entry does not bind it.
 * Ties at the edge are all kept and flagged.
 */
export const awardsOf = (
  plan: Plan,
  nodes: readonly NodeResult[],
  ranking: Ranking,
  category: Int16Array,
): AwardResult[] =>
  plan.awards.flatMap(award => {
    if (award.per === 'round') return [awardOf(award, null, ranking.order, { nodes, ranks: ranking.rank })]
    return plan.categories.map((id, c) => {
      const entries = ranking.order.filter(e => category[e] === c)
      return awardOf(award, id, entries, { nodes, ranks: ranking.categoryRank })
    })
  })

type Standing = { nodes: readonly NodeResult[]; ranks: Int32Array }

const awardOf = (
  award: PlanAward,
  category: string | null,
  entries: Int32Array,
  { nodes, ranks }: Standing,
): AwardResult => {
  const belowFloor = award.floors.length === 0 ? [] : floorsMissed(award, entries, nodes)
  const out = new Set(belowFloor.map(({ entry }) => entry))
  const eligible = award.byPoints ? entries.filter(e => !out.has(e)) : new Int32Array(0)
  const winners = top(eligible, award.winners, ranks)
  const nominees = top(eligible, award.nominees, ranks)
  const tieAtEdge =
    (award.winners > 0 && winners.length > award.winners) ||
    (award.nominees > 0 && nominees.length > award.nominees)
  return { award: award.id, category, nominees, winners, tieAtEdge, belowFloor }
}

/** The first `count`, and all that share the rank of the last of them. */
const top = (entries: Int32Array, count: number, ranks: Int32Array): number[] => {
  const edge = entries[Math.min(count, entries.length) - 1]
  if (edge === undefined) return []
  return Array.from(entries.filter(e => (ranks[e] as number) <= (ranks[edge] as number)))
}

const floorsMissed = (
  award: PlanAward,
  entries: Int32Array,
  nodes: readonly NodeResult[],
): AwardResult['belowFloor'] =>
  Array.from(entries).flatMap(entry =>
    award.floors.flatMap(({ node, least }) => {
      const { path, outcomes, values } = nodes[node] as NodeResult
      const value = values[entry] as number
      const binds = outcomes[entry] !== NOT_APPLICABLE
      const missed = outcomes[entry] !== SCORED || value < least - TIE * Math.abs(least)
      return binds && missed ? [{ entry, path, value, floor: least }] : []
    }),
  )
