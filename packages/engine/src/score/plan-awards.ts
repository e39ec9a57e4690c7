/** Awards with their floors resolved to nodes. */
import type { RubricData } from '@tumstock/rubric/contract'

export type PlanAward = {
  id: string
  per: 'category' | 'round'
  byPoints: boolean
  nominees: number
  winners: number
  floors: readonly { node: number; least: number }[]
}

export const resolveAwards = (
  rubric: RubricData,
  nodeAt: (path: string, where: string) => number,
): PlanAward[] =>
  Object.entries(rubric.awards).map(([id, award]) => ({
    id,
    per: award.per,
    byPoints: award.decide === 'points',
    nominees: award.nominees ?? 0,
    winners: award.winners ?? 1,
    floors: Object.entries(award.floors ?? {}).map(([path, least]) => ({
      node: nodeAt(path, `awards.${id}.floors`),
      least,
    })),
  }))
