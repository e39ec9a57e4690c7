import { readSheet } from 'read-excel-file/universal'
import { TableError } from './table-error.ts'

const DIRECTORY_END = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const DIRECTORY_ENTRY = 0x02014b50
const LARGE_LOCATOR = 0x07064b50
const MAX_UNPACKED = 200 * 1024 * 1024

const cutOff = () =>
  new TableError('bad-xlsx', 'The workbook is cut off. Save it again as XLSX, or as CSV UTF-8.')

/**
 * Sum of the sizes that the archive's own directory names: a small file must not unpack to gigabytes. The unpacker
 * gives each file the room that is said here and no more, so that a false size harms nothing. A second directory, for
 * archives of 4 GB and more, is what it would follow instead, and counts as too large.
 */
const unpackedSize = (bytes: Buffer): number => {
  const end = bytes.lastIndexOf(DIRECTORY_END)
  if (end < 0 || end + 22 > bytes.length) throw cutOff()
  if (end >= 20 && bytes.readUInt32LE(end - 20) === LARGE_LOCATOR) return Infinity
  let at = bytes.readUInt32LE(end + 16)
  let total = 0
  for (let left = bytes.readUInt16LE(end + 8); left > 0; left--) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw cutOff()
    total += bytes.readUInt32LE(at + 24)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return total
}

const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell)
}

/** The first sheet as texts. Numbers keep the digits of the file, dates become ISO dates. */
export const readXlsx = async (bytes: Uint8Array): Promise<string[][]> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (unpackedSize(buffer) > MAX_UNPACKED) {
    throw new TableError(
      'bad-xlsx',
      `The workbook unpacks to more than ${MAX_UNPACKED / 1024 / 1024} MB. Hand in the sheet alone, as CSV UTF-8.`,
    )
  }
  try {
    const rows = await readSheet<string>(new Blob([Uint8Array.from(bytes)]), {
      parseNumber: digits => digits,
    })
    return rows.map(row => row.map(textOf))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new TableError(
      'bad-xlsx',
      `The workbook cannot be read: ${why}. Save it again as XLSX, or as CSV UTF-8.`,
      { cause },
    )
  }
}
