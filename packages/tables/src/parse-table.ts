import { decodeText } from './decode-text.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { TableError } from './table-error.ts'

/** `number` is the row in a spreadsheet: the header is 1. */
export type TableRow = { number: number; cells: readonly string[] }
export type Table = {
  format: 'csv' | 'xlsx'
  delimiter: string | null
  header: readonly string[]
  rows: readonly TableRow[]
}

const MAX_ROWS = 20_000
const MAX_COLUMNS = 1_000
const MAX_COLUMN_NAME = 1_000

const XLSX = [0x50, 0x4b, 0x03, 0x04]
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0]
const begins = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte)

const isBlank = (cells: readonly string[]) => cells.every(cell => cell.trim() === '')

const checkHeader = (header: readonly string[], rows: readonly TableRow[]) => {
  if (header.length > MAX_COLUMNS) {
    throw new TableError(
      'too-many-columns',
      `The header has ${header.length} columns. At most ${MAX_COLUMNS} are allowed.`,
    )
  }
  const seen = new Map<string, number>()
  for (const [at, name] of header.entries()) {
    if (name.length > MAX_COLUMN_NAME)
      throw new TableError(
        'not-a-table',
        `Column ${at + 1} has a name of ${name.length} characters in row 1. At most ${MAX_COLUMN_NAME} are allowed.`,
      )
    const filled = name === '' ? rows.find(row => (row.cells[at] ?? '').trim() !== '') : undefined
    if (filled) {
      throw new TableError(
        'unnamed-column',
        `Column ${at + 1} has no name in row 1 but a value in row ${filled.number}. Name it or empty it.`,
      )
    }
    const earlier = seen.get(name)
    if (name !== '' && earlier !== undefined) {
      throw new TableError(
        'duplicate-column',
        `Columns ${earlier + 1} and ${at + 1} are both named "${name}". Each name may stand once.`,
      )
    }
    seen.set(name, at)
  }
}

const assemble = (
  cells: readonly (readonly string[])[],
  kind: Pick<Table, 'format' | 'delimiter'>,
): Table => {
  const [first, ...rest] = cells
  if (!first || isBlank(first))
    throw new TableError('not-a-table', 'Row 1 is empty. It must name the columns.')
  const header = first.map(name => name.trim())
  while (header.at(-1) === '') header.pop()
  const rows = rest.map((row, at) => ({ number: at + 2, cells: row })).filter(row => !isBlank(row.cells))
  if (rows.length > MAX_ROWS) {
    throw new TableError(
      'too-many-rows',
      `The file has ${rows.length} rows. At most ${MAX_ROWS} are allowed; split it.`,
    )
  }
  checkHeader(header, rows)
  return { ...kind, header, rows }
}

/** True for a zip archive, which is what a workbook is. */
export const isArchive = (bytes: Uint8Array): boolean => begins(bytes, XLSX)

/** A table from the bytes of a CSV or XLSX file; throws `TableError` when the file as a whole cannot be read. */
export const parseTable = async (bytes: Uint8Array): Promise<Table> => {
  if (begins(bytes, OLD_EXCEL)) {
    throw new TableError(
      'old-excel',
      'This is a workbook of the old XLS kind. Save it as XLSX, or as CSV UTF-8.',
    )
  }
  if (isArchive(bytes)) return assemble(await readXlsx(bytes), { format: 'xlsx', delimiter: null })
  const { cells, delimiter } = readCsv(decodeText(bytes))
  return assemble(cells, { format: 'csv', delimiter })
}
