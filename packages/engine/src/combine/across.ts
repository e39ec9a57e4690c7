/** Groups whose value an entry has only beside the others. */
import type { Combine } from '@tumstock/rubric/contract'
import { benefitOfDoubt } from './benefit-of-doubt.ts'
import { type Contest, type ContestFault, contestOf, type Decided } from './contest.ts'
import { copeland } from './copeland.ts'
import { kemeny } from './kemeny.ts'
import { outranking } from './outranking.ts'
import type { Parts } from './parts.ts'
import { type Making, newMaking, settle } from './settle-group.ts'

/**
 * Settles every entry and computes its value from comparing those that are to be scored with each other: NaN elsewhere, and
 * where the children have no such value.
 */
export const makeAcross = (
  combine: Combine,
  parts: Parts,
  entries: number,
): { making: Making; fault: ContestFault | null } => {
  const making = newMaking(entries)
  settle(parts, making, { from: 0, to: entries })
  making.values.fill(Number.NaN)
  const contest = contestOf(parts, making)
  if (contest.entries.length === 0) return { making, fault: null }
  const decided = decide(combine, contest)
  if (!(decided instanceof Float64Array)) return { making, fault: decided }
  for (const [i, e] of contest.entries.entries()) making.values[e] = decided[i] as number
  return { making, fault: null }
}

const decide = (combine: Combine, contest: Contest): Decided => {
  if (combine === 'copeland') return copeland(contest)
  if (combine === 'outranking') return outranking(contest)
  if (combine === 'kemeny') return kemeny(contest)
  if (typeof combine === 'object' && 'benefitOfDoubt' in combine)
    return benefitOfDoubt(contest, combine.benefitOfDoubt)
  throw new RangeError(`${JSON.stringify(combine)} compares no entries.`)
}
