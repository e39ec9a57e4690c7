import { harmless } from '@tumstock/tables/harmless'
import type { Snapshot, SnapshotRow } from './schemas.ts'

type AnonymousRow = NonNullable<Snapshot['anonymous']>[number]
type Cell = string | number | null

const COLUMNS: readonly [string, (row: SnapshotRow, snapshot: Snapshot) => Cell][] = [
  ['unit', row => row.unit],
  ['code', row => row.code],
  ['name', row => row.name],
  ['country', row => row.country],
  ['category', row => row.category],
  ['score', row => row.score],
  ['percent', row => row.percent],
  ['rank', row => row.rank],
  ['category_rank', row => row.categoryRank],
  ['outcome', row => row.outcome],
  ['status', row => row.status],
  ['place', row => row.place],
  ['round', (_, { round }) => round.id],
  ['kind', (_, { round }) => round.kind],
  ['version', (_, { version }) => version],
  ['coverage', row => row.coverage],
  ['imputed', row => row.imputed?.join('|') ?? null],
  ['participation', row => row.participation ?? 'compete'],
]

/** Of an entry without a name: its score and nothing that could lead to it. */
const UNNAMED: Readonly<Record<string, (row: AnonymousRow, snapshot: Snapshot) => Cell>> = {
  score: row => row.score,
  percent: row => row.percent,
  outcome: row => row.outcome,
  place: () => 'entry',
  round: (_, { round }) => round.id,
  kind: (_, { round }) => round.kind,
  version: (_, { version }) => version,
  participation: () => 'anonymous',
}

const written = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The table of a published version as CSV (RFC 4180, UTF-8): every row says whether it is made up. */
export const csvOf = (snapshot: Snapshot): string => {
  const header = COLUMNS.map(([name]) => name).join(',')
  const lines = snapshot.results.map(row => COLUMNS.map(([, cell]) => written(cell(row, snapshot))).join(','))
  const unnamed = (snapshot.anonymous ?? []).map(row =>
    COLUMNS.map(([name]) => written(UNNAMED[name]?.(row, snapshot) ?? null)).join(','),
  )
  return `${[header, ...lines, ...unnamed].join('\r\n')}\r\n`
}
