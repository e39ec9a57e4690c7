/**
 * What the engine gives back. Values are on the scale on which 1 is shown as `scale.max`, unrounded: 0..1 unless a rule is
 * open; NaN only where `outcome` is not `scored`.
 */
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Combine, Missing, Scoring } from '@tumstock/rubric/contract'
import type { RubricError } from '@tumstock/rubric/error'
import type { Change, Screening } from '../steps/change.ts'

export type Outcome = 'scored' | 'notApplicable' | 'unanswered' | 'unverified' | 'error'

/** Codes of `NodeResult.outcomes`, in this order. */
export const OUTCOMES: readonly Outcome[] = ['scored', 'notApplicable', 'unanswered', 'unverified', 'error']

export const SCORED = 0
export const NOT_APPLICABLE = 1
export const UNANSWERED = 2
export const UNVERIFIED = 3
export const ERROR = 4

/** A criterion that could not be computed for an entry; any of them blocks publication. */
export type ScoringFault = { path: string; entry: number; error: RubricError }

/** One criterion (leaf or group) over all entries. */
export type NodeResult = {
  path: string
  /** 0..1 unless a rule beneath is open; NaN where not scored. */
  values: Float64Array
  /** Index into `OUTCOMES`. */
  outcomes: Uint8Array
  /** Share of the weight beneath that has data, 0..1: 1 = complete. Zero-filled parts do not count as data; 0 where not
   * applicable. */
  coverage: Float64Array
}

export type Results = {
  ids: readonly string[]
  categories: readonly string[]
  category: Int16Array
  nodes: ReadonlyMap<string, NodeResult>
  /** The root: the rubric's total. */
  total: NodeResult
  /** 1 is best, ties share the smaller rank ("1224"); 0 = not ranked. */
  rank: Int32Array
  categoryRank: Int32Array
  /** 1 where a tie stands after every `tieBreak` criterion. */
  tied: Uint8Array
  categoryTied: Uint8Array
  /** Awards: entry indexes that win or are nominated by points, in rank order; ties at the edge are all kept. */
  awards: readonly AwardResult[]
  /** Errors by criterion and entry; any of them blocks publication. */
  errors: readonly ScoringFault[]
}

export type AwardResult = {
  award: string
  category: string | null
  nominees: readonly number[]
  winners: readonly number[]
  /** True when a tie decides who is in; a person has to decide. */
  tieAtEdge: boolean
  /** Entries that a floor keeps out, with the criterion. */
  belowFloor: readonly { entry: number; path: string; value: number; floor: number }[]
}

/** One entry's score taken apart: every number is one of `Results`, its children's contributions add up to it. */
export type Explanation = {
  path: string
  title: string
  outcome: Outcome
  /** 0..1 unless a rule beneath is open; null where not scored. */
  value: number | null
  /** Own weight, and the share of the parent's weight after re-weighting for what is missing or not applicable. */
  weight: number
  share: number
  /** Points on the rubric's scale that this node adds to the total (for an arithmetic mean exactly; else null). */
  points: number | null
  /** Most points it could add. */
  outOf: number | null
  /** Machine-readable reasons, rendered by the screens: rule, answers read, policy applied. */
  reason: Reason
  children: readonly Explanation[]
}

export type Reason =
  | { kind: 'combine'; combine: Combine; present: number; missingPolicy: Missing }
  | {
      kind: 'rule'
      scoring: Scoring
      /** `value`: as it was given, before any step; `trail`: what steps made of it, absent where they changed nothing. */
      reads: readonly {
        id: string
        value: AnswerValue | null
        trail?: readonly Change[]
        counted: number | null
        of: number | null
      }[]
      /** Panel: the marks that were given. */
      marks?: readonly number[]
      /** Set when a missing answer was counted as zero. */
      zeroFor?: readonly string[]
      /** For relative rules: the numbers of the round that it was compared with. */
      basis?: { n: number; min: number; max: number; mean: number; sd: number; rank?: number }
    }
  | { kind: 'notApplicable'; why: 'category' | 'answer' | 'leftOut'; screened?: Screening }
  /** `at`: the criterion or the step (`steps.1`) that failed. */
  | { kind: 'error'; code: string; at: string; message: string }
