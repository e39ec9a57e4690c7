import type { Effect } from '@tumstock/engine/effect'
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Evidence } from '../evidence/list-evidence.ts'
import type { Reply } from '../replies/reply-view.ts'
import type { NamedAnswer } from './queries.ts'

/** The layers in which somebody finds something. */
export const FINDING_LAYERS = ['desk', 'visit'] as const
export type FindingLayer = (typeof FINDING_LAYERS)[number]

/** 1 hardly sure, 2 fairly sure, 3 sure. */
export type Confidence = 1 | 2 | 3

/** What somebody found behind an answer. */
export type Finding = {
  layer: FindingLayer
  /** Null: nothing shows what is claimed. */
  value: AnswerValue | null
  /** As the finder held it against what stood beneath. */
  verdict: 'agree' | 'differ'
  /** What stood beneath then; null where nothing did. */
  against: AnswerValue | null
  /** What stands beneath is no longer what was looked at. */
  outOfDate: boolean
  /** Null where it was not said. */
  confidence: Confidence | null
  reason: string | null
  at: string
  version: number
  /** Null to whom it is not told. */
  author: { id: string; name: string } | null
  evidence: readonly Evidence[]
  /** What it does to the criteria that read the question, against the layer beneath. */
  effects: readonly Effect[]
  reply: Reply | null
}

/** What the layer is held against: the visit against what the desk found where it found something, else the claim. */
export const beneath = <T>(
  layer: FindingLayer,
  { claim, desk }: { claim: T | undefined; desk: T | undefined },
): T | undefined => (layer === 'visit' ? (desk ?? claim) : claim)

/** To be looked at on the visit: what the desk found otherwise, or was hardly sure of. */
export const isForVisit = (
  desk: Pick<NamedAnswer, 'value' | 'against' | 'confidence'> | undefined,
): boolean => desk !== undefined && (desk.value !== (desk.against ?? 'null') || desk.confidence === 1)
