import { ignoresWeights } from '@tumstock/rubric/combine'
import type { Combine, Criterion, RubricData } from '@tumstock/rubric/contract'
import { criterionAt, isGroup, pointsOf, statusOf, walk } from '@tumstock/rubric/tree'
import type { Weights } from './what-if.ts'

/** One line of the tree table. */
export type WeightRow = {
  path: string
  title: string
  depth: number
  group: boolean
  /** How many criteria stand beneath. */
  below: number
  weight: number
  /** The edition's own weight; null for what the edition does not have. */
  own: number | null
  /** Still the edition's own weight, and no source says it. */
  assumed: boolean
  /** Share of the whole, 0..1. */
  share: number
  points: number
  combine: Combine | null
  /** Its siblings are combined in a way that only asks whether a weight is 0. */
  onlyZeroCounts: boolean
}

/** True when two lines of the table read the same. */
export const sameLine = (a: WeightRow, b: WeightRow): boolean =>
  (Object.keys(a) as (keyof WeightRow)[]).every(key => a[key] === b[key])

/** The rubric with these weights in place of its own. */
const weighed = (rubric: RubricData, weights: Weights): RubricData => {
  const inside = (siblings: RubricData['criteria'], prefix: string): RubricData['criteria'] =>
    Object.fromEntries(
      Object.entries(siblings).map(([key, criterion]) => {
        const path = `${prefix}${key}`
        const weight = weights[path] ?? criterion.weight
        const changed: Criterion = isGroup(criterion)
          ? { ...criterion, weight, children: inside(criterion.children, `${path}.children.`) }
          : { ...criterion, weight }
        return [key, changed]
      }),
    )
  return { ...rubric, criteria: inside(rubric.criteria, 'criteria.') }
}

/** The weight of every criterion of `rubric` as the draft has it: its own, else the edition's. */
export const effectiveWeights = (
  rubric: RubricData,
  base: RubricData,
  edits: Weights,
): Record<string, number> =>
  Object.fromEntries(
    [...walk(rubric)].map(({ path, criterion }) => [
      path,
      edits[path] ?? criterionAt(base, path)?.weight ?? criterion.weight,
    ]),
  )

export const weightRows = (rubric: RubricData, base: RubricData, weights: Weights): WeightRow[] => {
  const now = weighed(rubric, weights)
  const points = pointsOf(now)
  const visits = [...walk(now)]
  return visits.map(({ path, parent, depth, criterion, effectiveWeight }) => {
    const above = parent === null ? now : criterionAt(now, parent)
    const own = criterionAt(base, path)?.weight ?? null
    const combine = above && 'combine' in above ? above.combine : 'mean'
    return {
      path,
      title: criterion.title,
      depth,
      group: isGroup(criterion),
      below: visits.filter(other => other.path.startsWith(`${path}.`)).length,
      weight: criterion.weight,
      own,
      assumed:
        own === criterion.weight && effectiveWeight > 0 && statusOf(base, `${path}.weight`) === 'assumed',
      share: effectiveWeight,
      points: points.get(path) ?? 0,
      combine: isGroup(criterion) ? criterion.combine : null,
      onlyZeroCounts: ignoresWeights(combine),
    }
  })
}

/** What is not inside a closed group. */
export const visibleRows = (rows: readonly WeightRow[], closed: ReadonlySet<string>): WeightRow[] =>
  rows.filter(row => ![...closed].some(path => row.path.startsWith(`${path}.`)))

/** A step that suits the size of a weight: 0.05 of a share, 1 of a whole number. */
export const stepFor = (weights: readonly number[]): number =>
  Math.max(0, ...weights) <= 1 && weights.some(weight => weight % 1 !== 0) ? 0.05 : 1

/** One step up or down, on the grid of steps, never below 0. */
export const stepped = (weight: number, by: number): number =>
  Math.max(0, Number((weight + by).toPrecision(12)))
