import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Confidence, Finding, Item } from './assessing.ts'

/** What an assessor has put in so far. */
export type Draft = {
  verdict: 'agree' | 'differ' | null
  /** Undefined: not said yet; null: nothing shows it. */
  value: AnswerValue | null | undefined
  confidence: Confidence | null
  reason: string
}

/** What is not said yet and has to be before it can be saved. */
export type Lacking = 'value' | 'confidence' | 'reason'

/** As the server takes it, but for where it is. */
export type Wish =
  | { verdict: 'agree'; confidence: Confidence; reason: string | null }
  | { verdict: 'differ'; value: AnswerValue | null; confidence: Confidence; reason: string | null }

/** Who agreed did so with what stood then: where that has changed, they are asked again. */
export const draftOf = (finding: Finding | null): Draft => ({
  verdict: finding?.verdict === 'agree' && finding.outOfDate ? null : (finding?.verdict ?? null),
  value: finding?.verdict === 'differ' ? finding.value : undefined,
  confidence: finding?.confidence ?? null,
  reason: finding?.reason ?? '',
})

/** What a layer is held against; undefined where there is nothing to agree with. */
export function beneath(
  item: Pick<Item, 'claim' | 'desk'>,
  layer: Finding['layer'],
): AnswerValue | null | undefined {
  if (layer === 'visit' && item.desk) return item.desk.value
  return item.claim?.value
}

export function lackingIn({ verdict, value, confidence, reason }: Draft): Lacking | null {
  if (verdict === null) return null
  if (verdict === 'differ' && value === undefined) return 'value'
  if (confidence === null) return 'confidence'
  return verdict === 'differ' && reason.trim() === '' ? 'reason' : null
}

/** What is to be saved; null while something is lacking. */
export function wishOf(draft: Draft): Wish | null {
  const { verdict, value, confidence } = draft
  if (verdict === null || confidence === null || lackingIn(draft) !== null) return null
  const reason = draft.reason.trim() || null
  if (verdict === 'agree') return { verdict, confidence, reason }
  return value === undefined ? null : { verdict, value, confidence, reason }
}

/** True where saving would change nothing. */
export const isSaved = (wish: Wish, finding: Finding | null): boolean => {
  const stands = finding?.outOfDate ? null : wishOf(draftOf(finding))
  return stands !== null && JSON.stringify(stands) === JSON.stringify(wish)
}
