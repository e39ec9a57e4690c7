import type { RubricData, Status } from '@tumstock/rubric/contract'
import { isLeaf, pointsOf, statusOf, type Visit, walk } from '@tumstock/rubric/tree'

type Definition = Pick<
  RubricData,
  'criteria' | 'combine' | 'scale' | 'sources' | 'questions' | 'indicators' | 'categories'
>

export type CriterionRow = Visit & {
  /** Most that it can add to the total, on the rubric's scale. */
  points: number
  /** Texts of what it reads. */
  reads: readonly string[]
  onlyIn: readonly string[]
  weightStatus: Status | null
  scoringStatus: Status | null
  children: readonly CriterionRow[]
}

/** The tree of criteria with what each is worth and how well that is founded. */
export const criterionRows = (rubric: Definition): CriterionRow[] => {
  const points = pointsOf(rubric)
  const visits = [...walk(rubric)]
  const below = (parent: string | null): CriterionRow[] =>
    visits
      .filter(visit => visit.parent === parent)
      .map(visit => ({
        ...visit,
        points: points.get(visit.path) ?? 0,
        reads: isLeaf(visit.criterion)
          ? visit.criterion.reads.map(id => rubric.questions[id]?.text ?? rubric.indicators[id]?.title ?? id)
          : [],
        onlyIn: visit.criterion.onlyIn?.map(id => rubric.categories[id]?.title ?? id) ?? [],
        weightStatus: statusOf(rubric, `${visit.path}.weight`),
        scoringStatus: statusOf(rubric, `${visit.path}.scoring`),
        children: below(visit.path),
      }))
  return below(null)
}

/** How many weights that count rest on an assumption. */
export const assumedWeights = (rows: readonly CriterionRow[]): number =>
  rows.reduce(
    (sum, row) =>
      sum +
      (row.weightStatus === 'assumed' && row.effectiveWeight > 0 ? 1 : 0) +
      assumedWeights(row.children),
    0,
  )
