/** Groups whose value an entry has only beside the others. */
import type { Combine } from '@tumstock/rubric/contract'
import { benefitOfDoubt } from './benefit-of-doubt.ts'
import { type Contest, type ContestFault, contestOf, type Decided } from './contest.ts'
import { copeland } from './copeland.ts'
import { kemeny } from './kemeny.ts'
import { outranking } from './outranking.ts'
import type { Parts } from './parts.ts'
import type { Settled } from './settle-group.ts'

/**
 * The values of the entries that are to be scored, from comparing them with each other; NaN elsewhere, and where the
 * children have no such value.
 */
export const valuesAcross = (
  combine: Combine,
  parts: Parts,
  settled: Settled,
): { values: Float64Array; fault: ContestFault | null } => {
  const values = new Float64Array(settled.outcomes.length).fill(Number.NaN)
  const contest = contestOf(parts, settled)
  if (contest.entries.length === 0) return { values, fault: null }
  const decided = decide(combine, contest)
  if (!(decided instanceof Float64Array)) return { values, fault: decided }
  for (const [i, e] of contest.entries.entries()) values[e] = decided[i] as number
  return { values, fault: null }
}

const decide = (combine: Combine, contest: Contest): Decided => {
  if (combine === 'copeland') return copeland(contest)
  if (combine === 'outranking') return outranking(contest)
  if (combine === 'kemeny') return kemeny(contest)
  if (typeof combine === 'object' && 'benefitOfDoubt' in combine)
    return benefitOfDoubt(contest, combine.benefitOfDoubt)
  throw new RangeError(`${JSON.stringify(combine)} compares no entries.`)
}
