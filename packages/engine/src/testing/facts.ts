import { lineOf } from '@tumstock/rubric/error'
import { verifyRecord } from '../record/verify.ts'
import type { Subject } from './subject.ts'

/**
 * Every published fact is reproduced or explained: a claim that the facts contradict has a `note` that says how it came
 * about, and each can be read by its check.
 */
export const findFacts = ({ rubric, name, record }: Subject): string[] => {
  if (!record) return []
  return verifyRecord(rubric, record).flatMap(({ claim, verdict, computed, reason }, i) => {
    const path = `rounds/${record.edition}.json › claims.${i}`
    if (reason.code === 'not-readable')
      return [lineOf(name, path, `“${claim.printed}” cannot be read by the check “${claim.check}”.`)]
    if (verdict !== 'contradicts' || claim.note !== undefined) return []
    const says = `“${claim.printed}” is printed, the facts give ${computed ?? 'nothing'}. Explain it in a note.`
    return [lineOf(name, path, says)]
  })
}
