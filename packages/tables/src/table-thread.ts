import { parentPort, workerData } from 'node:worker_threads'
import { parseTable } from './parse-table.ts'
import type { FromThread } from './read-table.ts'
import { TableError } from './table-error.ts'

/** Reads one file and says what came of it; the only file here that acts when it is loaded. */
const read = async (bytes: Uint8Array): Promise<FromThread> => {
  try {
    return { table: await parseTable(bytes) }
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    return { refused: { code: error.code, message: error.message } }
  }
}

parentPort?.postMessage(await read(workerData as Uint8Array))
