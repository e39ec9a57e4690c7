import type { RubricData } from '@tumstock/rubric/contract'
import type { RecordedEntry, RecordedRound } from '@tumstock/rubric/record'
import { type RankBounds, rankBounds, rankedWith, type Scope } from './rank-bounds.ts'

export type RecordedRank = RankBounds & {
  /** As the source prints it; null where it does not. */
  printed: number | null
  /** Among the recorded entries with points alone, ties sharing the smaller; null without points. */
  amongRecorded: number | null
}

export type RecordedRow = {
  entry: RecordedEntry
  /** Points over the scale, 0..1, unrounded; null where no points are published. */
  value: number | null
  rank: RecordedRank
  categoryRank: RecordedRank
}

export type RecordedResults = {
  /** By points, then as recorded; those without published points last. */
  rows: readonly RecordedRow[]
  /** Recorded entries without published points. More may be missing from the record altogether. */
  withoutScore: number
  /** Entrants that the record does not name; null where the source does not say how many there were. */
  notRecorded: number | null
}

const ranks = (
  rubric: RubricData,
  record: RecordedRound,
  entry: RecordedEntry,
  within: Scope,
): RecordedRank => {
  const { score } = entry
  const printed = (within === 'round' ? entry.rank : entry.categoryRank) ?? null
  const above = rankedWith(record, entry, within).filter(other => (other.score ?? -1) > (score ?? 0))
  return {
    ...rankBounds(rubric, record, entry, within),
    printed,
    amongRecorded: score === undefined ? null : 1 + above.length,
  }
}

/** The published results of a past round as a table; what is unpublished stays open and is counted. */
export const recordResults = (rubric: RubricData, record: RecordedRound): RecordedResults => {
  const rows = record.entries.map(entry => ({
    entry,
    value: entry.score === undefined ? null : entry.score / rubric.scale.max,
    rank: ranks(rubric, record, entry, 'round'),
    categoryRank: ranks(rubric, record, entry, 'category'),
  }))
  const answered = record.responses?.reduce((sum, r) => sum + r.answered, 0)
  return {
    rows: rows.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1)),
    withoutScore: rows.filter(row => row.value === null).length,
    notRecorded: answered === undefined ? null : Math.max(0, answered - record.entries.length),
  }
}
