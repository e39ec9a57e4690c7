import type { RubricData } from '@tumstock/rubric/contract'
import type { Claim, RecordedRound } from '@tumstock/rubric/record'
import { checkCategory, checkCount, checkRank, checkWinner } from './check-facts.ts'
import { checkChange, checkPercent, checkPoints, checkRow, checkSum } from './check-numbers.ts'
import { type ClaimFinding, cannotTell, type Finding } from './findings.ts'

const verify = (claim: Claim, rubric: RubricData, record: RecordedRound): Finding => {
  switch (claim.check) {
    case 'percent':
      return checkPercent(claim)
    case 'points':
      return checkPoints(claim, rubric)
    case 'change':
      return checkChange(claim)
    case 'row':
      return checkRow(claim)
    case 'sum':
      return checkSum(claim)
    case 'rank':
      return checkRank(claim, rubric, record)
    case 'category':
      return checkCategory(claim, rubric)
    case 'winner':
      return checkWinner(claim, record)
    case 'count':
      return checkCount(claim, record)
    case 'slip':
      return { verdict: 'contradicts', computed: claim.reading, reason: { code: 'slip' } }
    case 'none':
      return cannotTell({ code: 'nothing-to-check' })
  }
}

/**
 * Recomputes every printed statement of a past round from its facts.
 *
 * `holds`: the facts give what is printed · `contradicts`: they exclude it, or two sources exclude each other ·
 * `unverifiable`: what is published cannot settle it. Nothing is taken as confirmed because it was not refuted.
 *
 * @returns one finding per claim, in the order of the claims
 */
export const verifyRecord = (rubric: RubricData, record: RecordedRound): ClaimFinding[] =>
  record.claims.map(claim => ({ claim, ...verify(claim, rubric, record) }))
