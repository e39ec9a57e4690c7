/**
 * The published facts of a past round (`rounds/<edition>.json` of a plugin): who took part and what was printed about
 * it. Facts go in as they were printed, each with its source; the engine then says which claims hold.
 */
import type { Status, Text } from './contract.ts'

/** An edition's rubric as a round that took place. Texts are in the rubric's base language, translated like it. */
export type RecordedRound = {
  edition: string
  title: Text
  year: number
  organiser: Text
  /** Decides which units exist and their population. ISO date. */
  referenceDate: string
  held?: { from: string; to: string }
  /** Where facts come from, by short id. `where` is a document's title or URL. */
  sources: Readonly<Record<string, { title: string; where: string; published?: string }>>
  responses?: readonly Responses[]
  entries: readonly RecordedEntry[]
  shares?: readonly RecordedShare[]
  claims: readonly Claim[]
}

/** Who was asked and who answered. */
export type Responses = {
  kind: 'municipality' | 'county'
  invited: number
  answered: number
  source: string
  status: Status
}

export type RecordedEntry = {
  /** Register id (`NO-05`, `SE-0186`), several for a joint entry, the lead first. */
  units: readonly string[]
  /** As printed, for readers of the source. */
  name: string
  category?: string
  /** How far it came. */
  place: 'winner' | 'nominee' | 'finalist' | 'entry'
  /** Printed total on the edition's scale; absent = not published. */
  score?: number
  rank?: number
  categoryRank?: number
  population?: number
  /** Our own short account of what the jury said, never its words. */
  reasons?: Text
  source: string
  status: Status
}

/** A printed share of those who answered (or of a population band). 0..1. */
export type RecordedShare = {
  question: string
  option: string
  share: number
  /** Respondents; null where the source does not say. */
  n: number | null
  band?: string
  /** Wave, where the document compares years. */
  year?: number
  source: string
  status: Status
}

/**
 * One printed statement and how it can be checked. `printed` is the number or name as it stands in the source;
 * the check recomputes it from the facts. Decimals of `printed` are the precision that is asked for.
 */
export type Claim = { says: Text; printed: string; source: string; status: Status; note?: Text } & ClaimCheck

export type ClaimCheck =
  /** `part` of `whole` in per cent. */
  | { check: 'percent'; part: number; whole: number }
  /** `percent` of the edition's scale in points. */
  | { check: 'points'; percent: number }
  /** `to` − `from`, both in per cent, in percentage points. */
  | { check: 'change'; from: number; to: number }
  /** Shares of counts, largest remainder to 100; `printed` as `84/8/8`. */
  | { check: 'row'; counts: readonly number[] }
  /** Printed shares that must sum to 100; `printed` as `77/17/6`. */
  | { check: 'sum' }
  /** Rank of the unit by score among the recorded entries, in its category or in the round. Bounds where others are unpublished. */
  | { check: 'rank'; unit: string; within: 'category' | 'round' }
  /** The category that the unit belongs to at the reference date. `printed` is the category id. */
  | { check: 'category'; unit: string; population: number }
  /** Who won `category` (or `round`); two sources that name different winners contradict each other. `printed` is a register id. */
  | { check: 'winner'; category: string }
  /** Number of recorded entries that came at least so far, in the category if given. */
  | { check: 'count'; place: RecordedEntry['place']; category?: string }
  /** The printed words cannot be what was meant; `reading` is ours. Always reported as a contradiction in the source. */
  | { check: 'slip'; reading: Text }
  /** Nothing at hand can confirm or refute it. */
  | { check: 'none' }

export type Verdict = 'holds' | 'contradicts' | 'unverifiable'
