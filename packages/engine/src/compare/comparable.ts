import type { DimensionCoverage } from './coverage.ts'

/** A round as far as a comparison needs to know it. */
export type ComparedRound = {
  /** `id@version` of its rubric's framework. */
  framework: string
  /** What it holds: scores by criterion and entry, entries' totals alone, shares of a survey, or nothing yet. */
  holds: 'scores' | 'totals' | 'shares' | 'nothing'
  coverage: readonly DimensionCoverage[]
}

export type Refusal =
  /** The rounds are mapped onto different yardsticks. */
  | 'different-frameworks'
  /** Only totals are published; they cannot be taken apart by dimension. */
  | 'totals-only'
  /** A survey that reports shares and scores no entry. */
  | 'shares-only'
  | 'no-results'
  /** The rubric asks nothing that is mapped onto the dimension. */
  | 'not-asked'
  /** It asks, and nobody has answered. */
  | 'no-data'

export type Comparability = { ok: true } | { ok: false; reason: Refusal; side: 'a' | 'b' | 'both' }

const REFUSED_HOLDING = {
  totals: 'totals-only',
  shares: 'shares-only',
  nothing: 'no-results',
} as const satisfies Record<string, Refusal>

const refusalOf = (round: ComparedRound, dimension: string): Refusal | null => {
  const coverage = round.coverage.find(one => one.dimension === dimension)
  if (!coverage || coverage.weight === 0) return 'not-asked'
  if (round.holds !== 'scores') return REFUSED_HOLDING[round.holds]
  return coverage.state === 'none' ? 'no-data' : null
}

/**
 * Whether two rounds can be laid side by side in a dimension, or why not. Where both sides stand in the way for
 * different reasons, the reason of `a` is given.
 */
export const comparable = (a: ComparedRound, b: ComparedRound, dimension: string): Comparability => {
  if (a.framework !== b.framework) return { ok: false, reason: 'different-frameworks', side: 'both' }
  const [ofA, ofB] = [refusalOf(a, dimension), refusalOf(b, dimension)]
  if (ofA !== null) return { ok: false, reason: ofA, side: ofA === ofB ? 'both' : 'a' }
  if (ofB !== null) return { ok: false, reason: ofB, side: 'b' }
  return { ok: true }
}
