/** The rubric as it would be under other choices. */
import type { Criterion, RubricData, Scoring, Step } from '@tumstock/rubric/contract'
import { isRelative } from '@tumstock/rubric/relative'
import { ROOT_PATH } from '../score/plan.ts'
import type { Assumption } from './assumptions.ts'

type Change = (criterion: Criterion, path: string) => Criterion

/**
 * The rubric with one alternative of each discrete assumption in place. Weights, what is left out and marks are not the
 * rubric's: they leave it as it is.
 *
 * @returns the rubric itself where none of the assumptions is about it
 * @param chosen index into `among` by assumption; ignored for those without alternatives
 */
export const variantOf = (
  rubric: RubricData,
  assumptions: readonly Assumption[],
  chosen: ArrayLike<number>,
): RubricData => {
  const steps: (Step | null)[] = [...(rubric.steps ?? [])]
  assumptions.forEach((assumption, i) => {
    if (assumption.vary === 'step') steps[assumption.at] = assumption.among[chosen[i] as number] ?? null
  })
  const isStepped = assumptions.some(({ vary }) => vary === 'step')
  const started = isStepped ? { ...rubric, steps: steps.filter(step => step !== null) } : rubric
  return assumptions.reduce(
    (variant, assumption, i) => apply(variant, assumption, chosen[i] as number),
    started,
  )
}

const apply = (rubric: RubricData, assumption: Assumption, at: number): RubricData => {
  if (assumption.vary === 'combine') {
    const { of } = assumption
    const combine = assumption.among[at] as RubricData['combine']
    const changed = change(rubric, (criterion, path) =>
      'children' in criterion && covers(of, path) ? { ...criterion, combine } : criterion,
    )
    return covers(of, ROOT_PATH) ? { ...changed, combine } : changed
  }
  if (assumption.vary === 'missing') {
    const { of } = assumption
    const missing = assumption.among[at] as RubricData['missing']
    const changed = change(rubric, (criterion, path) =>
      covers(of, path) ? { ...criterion, missing } : criterion,
    )
    return covers(of, ROOT_PATH) ? { ...changed, missing } : changed
  }
  if (assumption.vary === 'scoring') {
    const scoring = assumption.among[at] as Scoring
    const { of } = assumption
    return change(rubric, (criterion, path) => {
      if ('children' in criterion || !(of?.includes(path) ?? isRelative(criterion.scoring))) return criterion
      return { ...criterion, scoring: towards(scoring, isLowerBetter(criterion.scoring)) }
    })
  }
  return rubric
}

const covers = (of: readonly string[] | undefined, path: string): boolean => of?.includes(path) ?? true

const isLowerBetter = (scoring: Scoring): boolean =>
  scoring.by === 'linear' ? scoring.from > scoring.to : 'lowerIsBetter' in scoring

const towards = (scoring: Scoring, lowerIsBetter: boolean): Scoring => {
  if (!isRelative(scoring)) return scoring
  const { lowerIsBetter: _, ...rule } = scoring
  return lowerIsBetter ? { ...rule, lowerIsBetter } : rule
}

const change = (rubric: RubricData, by: Change): RubricData => ({
  ...rubric,
  criteria: changeAll(rubric.criteria, by, ROOT_PATH),
})

const changeAll = (criteria: RubricData['criteria'], by: Change, prefix: string): RubricData['criteria'] =>
  Object.fromEntries(
    Object.entries(criteria).map(([key, criterion]) => {
      const path = `${prefix}.${key}`
      const changed = by(criterion, path)
      return [
        key,
        'children' in changed
          ? { ...changed, children: changeAll(changed.children, by, `${path}.children`) }
          : changed,
      ]
    }),
  )
