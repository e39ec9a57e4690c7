/** A combination of assumptions under which some entry cannot be scored is refused before the first run. */
import { RubricError } from '@tumstock/rubric/error'
import type { Combined } from '../score/combine.ts'
import type { Plan } from '../score/plan.ts'
import type { ScoringFault } from '../score/results.ts'
import { ERROR, type NodeResult } from '../score/results.ts'
import type { Assumption } from './assumptions.ts'

type Scored = {
  plan: Plan
  leafErrors: readonly ScoringFault[]
  combined: Combined
  ids: readonly string[]
  /** Places of the entries whose totals are wanted. */
  analysed: Int32Array
  /** What was assumed, in words. */
  under: string
}

/**
 * @throws RubricError with the code of the first thing that went wrong on the way to an entry's total, naming what was
 * assumed, the criterion and the entries
 */
export const refuseFaults = ({ plan, leafErrors, combined, ids, analysed, under }: Scored): void => {
  const total = combined.nodes[combined.nodes.length - 1] as NodeResult
  const failed = new Set(analysed.filter(e => total.outcomes[e] === ERROR))
  if (failed.size === 0) return
  const faults = [...leafErrors, ...combined.errors].filter(({ entry }) => failed.has(entry))
  const first = faults[0] as ScoringFault
  const entries = new Set(faults.filter(({ path }) => path === first.path).map(({ entry }) => entry))
  throw new RubricError({
    code: first.error.code,
    rubric: plan.rubric,
    path: first.path,
    says: `${saysOf(first)} Entries: ${listed([...entries].map(e => ids[e] as string))}. ${under}`,
    cause: first.error,
  })
}

/** The message without the place, which is said again. */
const saysOf = ({ path, error }: ScoringFault): string => error.message.split(`${path}: `).pop() as string

const SHOWN = 5

/** The first few, and how many more there are. */
export const listed = (ids: readonly string[]): string =>
  ids.length <= SHOWN ? ids.join(', ') : `${ids.slice(0, SHOWN).join(', ')} and ${ids.length - SHOWN} more`

/** The alternatives in words, for messages: `Assumed: scoring (assumptions.1) {"by":"zscore"}.` */
export const assumed = (assumptions: readonly Assumption[], chosen: ArrayLike<number>): string => {
  const words = assumptions.flatMap((assumption, i) =>
    'among' in assumption
      ? [`${assumption.vary} (assumptions.${i}) ${JSON.stringify(assumption.among[chosen[i] as number])}`]
      : [],
  )
  return words.length === 0 ? 'As the rubric has it.' : `Assumed: ${words.join(', ')}.`
}
