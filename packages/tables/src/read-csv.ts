import { CsvError, parse } from 'csv-parse/sync'
import { TableError } from './table-error.ts'

const DELIMITERS = [';', ',', '\t'] as const
/** As many as a spreadsheet has; a file of line breaks alone would fill the memory before anyone counts its rows. */
const MAX_RECORDS = 1_048_576
const NAMES: Readonly<Record<string, string>> = { ';': 'semicolon', ',': 'comma', '\t': 'tab' }

/** The header's most frequent delimiter outside quotes; a header with one column has none and any will do. */
const delimiterOf = (text: string): string => {
  const counts = new Map<string, number>(DELIMITERS.map(delimiter => [delimiter, 0]))
  let quoted = false
  for (const char of text) {
    if (char === '"') quoted = !quoted
    else if (!quoted && (char === '\n' || char === '\r')) break
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (first && second && first[1] > 0 && first[1] === second[1]) {
    const message = `The header has as many of "${NAMES[first[0]]}" as of "${NAMES[second[0]]}". Quote the column names, or separate columns with tabs.`
    throw new TableError('no-delimiter', message)
  }
  return first?.[0] ?? ';'
}

/** All records of a CSV text, blank ones included, so that a record's place is its row in a spreadsheet. */
export const readCsv = (text: string): { cells: string[][]; delimiter: string } => {
  const delimiter = delimiterOf(text)
  try {
    const cells: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      to: MAX_RECORDS + 1,
    })
    if (cells.length > MAX_RECORDS)
      throw new TableError(
        'too-many-rows',
        `The file has more than ${MAX_RECORDS} lines, empty ones included. Leave out the empty ones, or split it.`,
      )
    return { cells, delimiter }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new TableError('bad-csv', `The file cannot be read as CSV: ${error.message}.`, { cause: error })
  }
}
