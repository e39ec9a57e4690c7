import { isUtf8 } from 'node:buffer'
import { TableError } from './table-error.ts'

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

/** Length of the longest prefix that is UTF-8, an unfinished last character included. */
const validPrefix = (bytes: Uint8Array): number => {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      low = middle
    } catch {
      high = middle - 1
    }
  }
  return low
}

const invalidUtf8 = (bytes: Uint8Array): TableError => {
  let line = 1
  let start = 0
  // A line feed is never part of a longer UTF-8 character, so lines can be judged one by one.
  for (;;) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed < 0 ? bytes.length : feed
    const part = bytes.subarray(start, end)
    if (!isUtf8(part)) {
      const at = Math.min(validPrefix(part), part.length - 1)
      const found = (part[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')
      const before = Buffer.from(part.subarray(Math.max(0, at - 20), at)).toString('utf8')
      return new TableError(
        'bad-encoding',
        `Line ${line}, byte ${at + 1} (0x${found}, after "${before}") is not UTF-8. ` +
          'Save the file as "CSV UTF-8" in the spreadsheet program, or hand in the XLSX file itself.',
      )
    }
    if (feed < 0) return new TableError('bad-encoding', 'The file is not UTF-8.')
    start = feed + 1
    line += 1
  }
}

const decode = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    const message = `The file begins as ${encoding.toUpperCase()} but breaks off within a character. Save it again as "CSV UTF-8".`
    throw new TableError('bad-encoding', message, { cause })
  }
}

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one. Any other encoding is refused, since
 * guessing between Windows-1252 and Mac Roman would turn "Sørum" into another name without anyone noticing.
 */
export const decodeText = (bytes: Uint8Array): string => {
  if (bytes.length === 0) throw new TableError('empty-file', 'The file is empty.')
  if (startsWith(bytes, 0xff, 0xfe)) return decode(bytes, 'utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return decode(bytes, 'utf-16be')
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    const message = `Byte ${nul + 1} is zero: this is no text file, or UTF-16 without a byte order mark. Allowed: CSV as UTF-8, or XLSX.`
    throw new TableError('not-a-table', message)
  }
  if (!isUtf8(bytes)) throw invalidUtf8(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}
