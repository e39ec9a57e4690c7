import type { Table } from './read-table.ts'

/**
 * A workbook stores a cell that shows "50 %" as 0.5, and the reader is not told how a cell is shown. A share from 0 to 1
 * in a workbook could therefore be either; the line says how to write it beyond doubt. Null where there is none.
 */
export const percentDoubt = ({ format }: Pick<Table, 'format'>, cell: string): string | null => {
  const value = Number(cell)
  if (format !== 'xlsx' || cell.trim() === '' || !(value > 0 && value <= 1)) return null
  return `“${cell}” may be ${cell} % or a cell that shows ${Number((value * 100).toPrecision(12))} %. Format the column as plain numbers from 0 to 100, or write the cell as text with its %.`
}
