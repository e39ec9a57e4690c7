/** Holds every group's way to combine, and what is done where parts are missing, to what can be computed with. */
import type { Combine } from '@tumstock/rubric/contract'
import { RubricError } from '@tumstock/rubric/error'
import type { Plan } from './plan.ts'

/** @throws RubricError `bad-rubric` */
export const checkCombine = ({ nodes, weights, rubric }: Plan): void => {
  const fail = (path: string, says: string) => new RubricError({ code: 'bad-rubric', rubric, path, says })
  for (const node of nodes) {
    const { missing, path } = node
    if (typeof missing === 'object' && !(missing.needs > 0 && missing.needs <= 1))
      throw fail(`${path}.missing`, `needs is ${missing.needs}. Allowed: above 0 and at most 1.`)
    if (node.kind === 'leaf') continue
    const says = unusable(node.combine, node.children.filter(child => (weights[child] as number) > 0).length)
    if (says !== null) throw fail(`${path}.combine`, says)
  }
}

/** Sums of shares such as 3 · ⅓ miss 1 by the last bits only. */
const EXACT = 1e-9

/** @param n how many children count */
const unusable = (combine: Combine, n: number): string | null => {
  if (typeof combine === 'string') return null
  if ('power' in combine)
    return Number.isFinite(combine.power) && combine.power !== 0
      ? null
      : `${combine.power} is no power of a mean. Allowed: any number but 0, whose limit is "geometric".`
  const [least, most] = combine.benefitOfDoubt
  if (!(least >= 0 && least <= most && most <= 1))
    return `shares from ${least} to ${most} are no bounds. Allowed: 0 to 1, the least first.`
  if (n * least <= 1 + EXACT && n * most >= 1 - EXACT) return null
  return `no shares of ${n} criteria from ${least} to ${most} each sum to 1. Allowed: least at most ${1 / n}, most at least ${1 / n}.`
}
