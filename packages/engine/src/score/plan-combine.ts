/** Holds every group's way to combine to what it can compute with. */
import type { Combine } from '@tumstock/rubric/contract'
import { RubricError } from '@tumstock/rubric/error'
import type { Plan } from './plan.ts'

/** @throws RubricError `bad-rubric` */
export const checkCombine = ({ nodes, rubric }: Plan): void => {
  for (const node of nodes) {
    if (node.kind === 'leaf') continue
    const says = unusable(node.combine)
    if (says !== null)
      throw new RubricError({ code: 'bad-rubric', rubric, path: `${node.path}.combine`, says })
  }
}

const unusable = (combine: Combine): string | null => {
  if (typeof combine === 'string') return null
  if ('power' in combine)
    return Number.isFinite(combine.power) && combine.power !== 0
      ? null
      : `${combine.power} is no power of a mean. Allowed: any number but 0, whose limit is "geometric".`
  const [least, most] = combine.benefitOfDoubt
  return least >= 0 && least <= most && most <= 1
    ? null
    : `shares from ${least} to ${most} are no bounds. Allowed: 0 to 1, the least first.`
}
