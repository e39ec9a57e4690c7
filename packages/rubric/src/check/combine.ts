import { combineName, isPairwise } from '../combine.ts'
import type { Combine, Criterion, RubricData } from '../contract.ts'
import type { Finding } from '../problem.ts'
import { isGroup, walk } from '../tree.ts'

/** Whether each group's way to combine can make a value of its children's. */
export function* checkCombine(rubric: RubricData): Generator<Finding> {
  yield* checkGroup('combine', rubric.combine, rubric.criteria, rubric)
  for (const { path, criterion } of walk(rubric))
    if (isGroup(criterion))
      yield* checkGroup(`${path}.combine`, criterion.combine, criterion.children, rubric)
}

function* checkGroup(
  path: string,
  combine: Combine,
  children: Readonly<Record<string, Criterion>>,
  { purpose }: RubricData,
): Generator<Finding> {
  const says =
    isPairwise(combine) && purpose === 'survey'
      ? `“${combineName(combine)}” ranks entries against each other. A survey reports each by itself.`
      : unusable(combine, Object.values(children).filter(({ weight }) => weight > 0).length)
  if (says !== null) yield { code: 'bad-combine', path, says }
}

/** Sums of shares such as 3 · ⅓ miss 1 by the last bits only. */
const EXACT = 1e-9

const unusable = (combine: Combine, n: number): string | null => {
  if (typeof combine === 'string') return null
  if ('power' in combine)
    return combine.power === 0 ? 'the power is 0. Any other number, or “geometric”, its limit at 0.' : null
  const [least, most] = combine.benefitOfDoubt
  if (least > most) return `the least share ${least} is above the most ${most}. The least comes first.`
  if (n === 0 || (n * least <= 1 + EXACT && n * most >= 1 - EXACT)) return null
  return `no shares of ${n} criteria from ${least} to ${most} each sum to 1. Allowed: least at most ${1 / n}, most at least ${1 / n}.`
}
