import type { Claim, Verdict } from '@tumstock/rubric/record'

/** Why a claim got its verdict; the screens put it into words. */
export type ClaimReason =
  /** Recomputed from the facts; the same as printed, or not. */
  | { code: 'recomputed' }
  /** The stated per cent is itself rounded: points from `low` to below `high` are possible. */
  | { code: 'within-rounding'; low: number; high: number }
  /** What is published leaves this range of ranks; `high` null where nothing limits it. */
  | { code: 'rank-bounds'; low: number; high: number | null }
  /** Another source names another winner; or the same one. */
  | { code: 'sources-disagree' | 'sources-agree'; with: readonly { source: string; names: string }[] }
  | { code: 'one-source' }
  /** The record holds fewer than are claimed; the rest may be unpublished. */
  | { code: 'fewer-recorded'; recorded: number }
  | { code: 'slip' }
  | { code: 'nothing-to-check' }
  /** `printed` is not of the form that the check reads. */
  | { code: 'not-readable' }
  | { code: 'no-such-unit'; unit: string }
  | { code: 'no-such-category'; category: string }
  /** The rubric's categories leave this population out, or put it in several. */
  | { code: 'category-unclear'; categories: readonly string[] }
  | { code: 'no-whole' }

export type Finding = {
  verdict: Verdict
  /** What the engine gets, in the form of `printed`; null where it gets nothing. */
  computed: string | null
  reason: ClaimReason
}

export type ClaimFinding = Finding & { claim: Claim }

/** Nothing could be computed. */
export const cannotTell = (reason: ClaimReason): Finding => ({
  verdict: 'unverifiable',
  computed: null,
  reason,
})

/** The facts settle it. */
export const recomputed = (same: boolean, computed: string): Finding => ({
  verdict: same ? 'holds' : 'contradicts',
  computed,
  reason: { code: 'recomputed' },
})
