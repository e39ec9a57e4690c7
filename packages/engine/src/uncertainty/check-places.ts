/** Holds the places that assumptions name against the rubric. */
import type { RubricData } from '@tumstock/rubric/contract'
import { RubricError } from '@tumstock/rubric/error'
import { type Plan, ROOT_PATH } from '../score/plan.ts'
import type { Assumption } from './assumptions.ts'

/**
 * @throws RubricError `unknown-path` for a path that leads to nothing of the kind that is varied, `bad-assumption` for a step
 * that is not there and for marks where no criterion has a panel
 */
export const checkPlaces = (rubric: RubricData, plan: Plan, assumptions: readonly Assumption[]): void => {
  assumptions.forEach((assumption, i) => {
    const fail = (code: 'unknown-path' | 'bad-assumption', says: string) =>
      new RubricError({ code, rubric: plan.rubric, path: `assumptions.${i}`, says })
    const steps = rubric.steps?.length ?? 0
    if (assumption.vary === 'step' && assumption.at >= steps)
      throw fail('bad-assumption', `no step ${assumption.at}. The rubric has ${steps}, counted from 0.`)
    if (assumption.vary === 'marks' && !plan.nodes.some(isPanel))
      throw fail('bad-assumption', 'no criterion has a panel, so there are no marks to draw again.')
    for (const path of 'of' in assumption ? (assumption.of ?? []) : [])
      if (!fits(plan, assumption.vary, path))
        throw fail('unknown-path', `no ${WANTED[assumption.vary]} "${path}" to vary. ${EXAMPLE}`)
  })
}

const EXAMPLE = 'Write a path as criteria.a.children.b.'

const WANTED: Readonly<Record<Assumption['vary'], string>> = {
  weights: 'criterion',
  scoring: 'leaf',
  combine: 'group',
  step: 'step',
  missing: 'criterion',
  leaveOut: 'leaf',
  marks: 'panel',
}

const isPanel = (node: Plan['nodes'][number]): boolean => node.kind === 'leaf' && node.scoring.by === 'panel'

const fits = (plan: Plan, vary: Assumption['vary'], path: string): boolean => {
  const node = plan.nodes[plan.indexByPath.get(path) ?? -1]
  if (!node) return false
  if (vary === 'scoring' || vary === 'leaveOut') return node.kind === 'leaf'
  if (vary === 'combine') return node.kind === 'group'
  return vary === 'missing' || path !== ROOT_PATH
}
