import type { RoundRow } from './round.ts'
import type { RoundsSearch } from './rounds-search.ts'

/** The rounds that fit what the list is narrowed to. */
export const narrowed = (rows: readonly RoundRow[], search: RoundsSearch): RoundRow[] => {
  const text = search.text?.trim().toLowerCase() ?? ''
  return rows.filter(
    row =>
      (search.award === undefined || row.award === search.award) &&
      (search.country === undefined || row.country === search.country) &&
      (search.state === undefined || row.state === search.state) &&
      (search.kind === undefined || row.kind === search.kind) &&
      `${row.title} ${row.year}`.toLowerCase().includes(text),
  )
}

const AT_WORK = { draft: 1, open: 0, evaluated: 0, published: 2 } as const

/** What needs somebody first: running rounds by deadline, then drafts, then what is published, newest first. */
export const ordered = (rows: readonly RoundRow[]): RoundRow[] =>
  rows.toSorted(
    (a, b) =>
      AT_WORK[a.state] - AT_WORK[b.state] ||
      (AT_WORK[a.state] === 0
        ? (a.nextDeadline ?? '9').localeCompare(b.nextDeadline ?? '9')
        : b.year - a.year) ||
      a.title.localeCompare(b.title),
  )

export type StageMark = 'done' | 'now' | 'later'

/** Where each stage of a round stands: by its dates; a published round has all of them behind it. */
export const stageMarks = (
  round: Pick<RoundRow, 'stages' | 'now' | 'state'>,
  at: string,
): { kind: RoundRow['stages'][number]['kind']; mark: StageMark }[] =>
  round.stages.map(({ kind, to }) => {
    if (round.state === 'published') return { kind, mark: 'done' }
    if (kind === round.now) return { kind, mark: 'now' }
    return { kind, mark: round.state !== 'draft' && to !== null && to <= at ? 'done' : 'later' }
  })
