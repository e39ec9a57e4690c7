import type { ChartTable } from './chart.ts'

/**
 * A spreadsheet runs a cell that begins so as a formula: at the start of the text, and after what separates cells or rows to
 * some of them. In Norwegian and Swedish that is the semicolon.
 */
const RUNS = /(?<=^|[;\t\r\n])(?=[=+\-@＝＋－＠])|^(?=[\t\r])/g

const quoted = (text: string): string => {
  const safe = text.replace(RUNS, "'")
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
