import type { ChartTable } from './chart.ts'

/** A spreadsheet runs a cell that begins so as a formula. */
const RUNS = /^[=+\-@\t\r]/

const quoted = (text: string): string => {
  const safe = RUNS.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180, unrounded figures with a point; what has no value is empty. */
export const csvOf = ({ columns, rows }: ChartTable): string =>
  [
    columns.map(column => quoted(column.title)),
    ...rows.map(row =>
      row.map(cell => (cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(cell))),
    ),
  ]
    .map(line => `${line.join(',')}\r\n`)
    .join('')
