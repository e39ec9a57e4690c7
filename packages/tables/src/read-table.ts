import { Worker } from 'node:worker_threads'
import { isArchive, parseTable, type Table } from './parse-table.ts'
import { TableError, type TableErrorCode } from './table-error.ts'

export type { Table, TableRow } from './parse-table.ts'

/** What the thread says: the table, or why the file cannot be read. */
export type FromThread = { table: Table } | { refused: { code: TableErrorCode; message: string } }

/** A text of this size cannot grow beyond bounds; reading it here spares a thread. In bytes. */
const SMALL = 64 * 1024
const MAX_MEMORY_MB = 512

/**
 * A table from the bytes of a CSV or XLSX file; throws `TableError` when the file as a whole cannot be read.
 *
 * Large files and workbooks are read in a thread with a ceiling on its memory: a workbook of some kilobytes can name a
 * cell in row 1 048 576, and a file of empty lines is millions of rows. Neither may take its reader down, nor keep
 * others waiting.
 */
export const readTable = async (bytes: Uint8Array): Promise<Table> => {
  if (bytes.length <= SMALL && !isArchive(bytes)) return parseTable(bytes)
  const said = await inThread(bytes)
  if ('table' in said) return said.table
  throw new TableError(said.refused.code, said.refused.message)
}

const inThread = (bytes: Uint8Array): Promise<FromThread> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./table-thread.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    })
    thread.once('message', resolve)
    thread.once('error', (error: unknown) => reject(isOutOfMemory(error) ? tooMuch(error) : error))
    thread.once('exit', () => reject(new Error('The thread that reads tables ended without a word.')))
  })

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const tooMuch = (cause: unknown) =>
  new TableError(
    'too-much',
    `The file takes more than ${MAX_MEMORY_MB} MB to read. A value far from the table may be the cause: copy the table into a sheet of its own.`,
    { cause },
  )
