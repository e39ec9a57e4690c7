/** Which rules look at more than the entry itself. */
import { combineName, isPairwise } from './combine.ts'
import type { Criterion, Group, Scoring } from './contract.ts'

/** Rules that place an entry among the entries of its round. */
export type Relative = Extract<
  Scoring,
  { by: 'minmax' | 'zscore' | 'percentile' | 'rank' | 'borda' | 'reference' | 'target' | 'shareOfBest' }
>

export const isRelative = (scoring: Scoring): scoring is Relative =>
  scoring.by === 'minmax' ||
  scoring.by === 'zscore' ||
  scoring.by === 'percentile' ||
  scoring.by === 'rank' ||
  scoring.by === 'borda' ||
  scoring.by === 'reference' ||
  scoring.by === 'target' ||
  scoring.by === 'shareOfBest'

/** True where a value may leave 0..1: scores that are open by their rule, and distances that are not capped. */
export const isOpen = (scoring: Scoring): boolean =>
  ((scoring.by === 'linear' || scoring.by === 'zscore') && scoring.open !== undefined) ||
  ((scoring.by === 'reference' || scoring.by === 'target') && scoring.cap === undefined)

/**
 * True where the value of a criterion, or of the whole, may leave 0..1. What compares entries pair by pair, and the benefit of
 * the doubt, bring it back within.
 */
export const mayLeaveScale = (
  part: Criterion | (Pick<Group, 'combine'> & { criteria: Group['children'] }),
): boolean => {
  if ('scoring' in part) return isOpen(part.scoring)
  if (isPairwise(part.combine) || combineName(part.combine) === 'benefitOfDoubt') return false
  return Object.values('children' in part ? part.children : part.criteria).some(mayLeaveScale)
}
