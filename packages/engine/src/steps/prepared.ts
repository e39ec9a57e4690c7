import type { Step } from '@tumstock/rubric/contract'
import type { Data } from '../score/data.ts'
import type { Plan } from '../score/plan.ts'
import { type Prepared, prepare } from './prepare.ts'

const known = new WeakMap<Data, WeakMap<readonly Step[], Prepared>>()

/**
 * The same as `prepare`, remembered for as long as the data are: scoring, explaining and moving weights all need it of the
 * same plan and data, which nothing changes once they are made.
 */
export const preparedOf = (plan: Plan, data: Data): Prepared => {
  const bySteps = known.get(data) ?? new WeakMap<readonly Step[], Prepared>()
  known.set(data, bySteps)
  const before = bySteps.get(plan.steps)
  if (before?.plan.nodes === plan.nodes) return before
  const prepared = prepare(plan, data)
  bySteps.set(plan.steps, prepared)
  return prepared
}
