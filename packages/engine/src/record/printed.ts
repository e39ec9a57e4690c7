/** A number as a source prints it: `49`, `18,5`, `+40`, `−8`, `75 %`. */
export type PrintedNumber = {
  value: number
  /** Digits after the point or comma: the precision that the source claims. */
  decimals: number
}

const NUMBER = /^([+−–-]?)(\d+)(?:[.,](\d+))?\s*%?$/

/** Null when `text` is not one number; thousands separators are not guessed at. */
export const printedNumber = (text: string): PrintedNumber | null => {
  const match = NUMBER.exec(text.trim())
  if (!match) return null
  const [, sign = '', whole = '', fraction = ''] = match
  const size = Number(fraction ? `${whole}.${fraction}` : whole)
  return { value: sign === '' || sign === '+' ? size : -size, decimals: fraction.length }
}

const NOTHING = ['', '-', '–', '—']

/** The cells of a printed row (`77/17/6`); a dash is the table's way of printing nobody. Null when a cell is no number. */
export const printedRow = (text: string): PrintedNumber[] | null => {
  const cells = text.split('/').map(cell => {
    const written = cell.trim()
    return NOTHING.includes(written) ? { value: 0, decimals: 0 } : printedNumber(written)
  })
  return cells.every(cell => cell !== null) ? cells : null
}
