import { RubricError } from '@tumstock/rubric/error'
import type { Plan } from '../score/plan.ts'
import { deviation, mean, sum } from '../score/statistics.ts'
import { partsOf, type WeightSet } from './weight-set.ts'

/** One person's points by criterion path. */
export type Allocation = { who: string; points: WeightSet }

export type AllocatedPart = {
  path: string
  /** Mean of the people's points: the weight. */
  mean: number
  /** With n − 1; null for one person. */
  sd: number | null
  least: number
  most: number
}

/** What rounding may move a sum of points by, relative to the budget. */
const ROUNDING = 1e-9

/**
 * Budget allocation: several people share out the same points among the parts of a group; the weight of a part is the mean
 * of what it was given. The spread says how far they agree. Usual for up to 10 or 12 parts: with more, people lose track.
 * Source: OECD & JRC, Handbook on Constructing Composite Indicators (2008), §6.3.
 *
 * @param group path of the group whose parts were weighted, `criteria` for the top
 * @param budget what each person had to give in all
 * @returns the parts in the order of the rubric; `mean` by `path` is a weight set
 * @throws RubricError `too-few` without people; `bad-allocation` naming the person when a part is left out or unknown, points
 * are negative, they do not sum to the budget (above 0), or somebody gives twice; `unknown-path` when there is no such group
 */
export const allocateBudget = (
  plan: Plan,
  group: string,
  allocations: readonly Allocation[],
  budget = 100,
): AllocatedPart[] => {
  const parts = partsOf(plan, group)
  if (allocations.length === 0)
    throw new RubricError({
      code: 'too-few',
      rubric: plan.rubric,
      path: group,
      says: 'nobody has given points. Give at least one allocation.',
    })
  if (!(budget > 0 && Number.isFinite(budget)))
    throw new RubricError({
      code: 'bad-allocation',
      rubric: plan.rubric,
      path: group,
      says: `${budget} points to give in all. Allowed: numbers above 0.`,
    })
  const people = new Set<string>()
  for (const { who, points } of allocations) {
    const says = people.has(who)
      ? 'has given points twice. Allowed: one allocation each.'
      : faultOf(parts, points, budget)
    people.add(who)
    if (says !== null)
      throw new RubricError({
        code: 'bad-allocation',
        rubric: plan.rubric,
        path: group,
        says: `${who}: ${says}`,
      })
  }
  return parts.map(path => {
    const given = Float64Array.from(allocations, ({ points }) => points[path] as number).sort()
    return {
      path,
      mean: mean(given),
      sd: given.length > 1 ? deviation(given) : null,
      least: given[0] as number,
      most: given[given.length - 1] as number,
    }
  })
}

const faultOf = (parts: readonly string[], points: WeightSet, budget: number): string | null => {
  const left = parts.filter(path => points[path] === undefined)
  if (left.length > 0) return `no points for ${left.join(', ')}. Give 0 where there shall be none.`
  const unknown = Object.keys(points).filter(path => !parts.includes(path))
  if (unknown.length > 0) return `no part ${unknown.join(', ')} in this group. Defined: ${parts.join(', ')}.`
  const bad = parts.find(path => !((points[path] as number) >= 0 && Number.isFinite(points[path])))
  if (bad !== undefined) return `${points[bad]} points for ${bad}. Allowed: 0 and above.`
  const all = sum(parts.map(path => points[path] as number).sort((a, b) => a - b))
  return Math.abs(all - budget) <= ROUNDING * budget
    ? null
    : `${all} points in all. They have to sum to ${budget}.`
}
