import { lineOf, type RubricErrorCode } from '../error.ts'
import type { HostProcess } from './host-process.ts'
import type { FunctionResult } from './protocol.ts'

type Batch = readonly Readonly<Record<string, unknown>>[]

export type Functions = {
  call: (edition: string, fn: string, batch: Batch) => Promise<FunctionResult[]>
  close: () => Promise<void>
}

type Hosting = {
  id: string
  /** The process that the plugin was loaded in; null when no edition has functions. */
  host: HostProcess | null
  /** A new process with the same code; null when the files are no longer what was loaded. */
  restart: () => Promise<HostProcess | null>
  /** Milliseconds for a batch, on top of one per entry. */
  limit: number
}

/** Runs a plugin's functions, one batch after the other; a batch that is late ends the process and the next one starts anew. */
export const functionsIn = ({ id, host, restart, limit }: Hosting): Functions => {
  let current = host
  let closed = false
  let last: Promise<unknown> = Promise.resolve()

  const run = async (edition: string, fn: string, batch: Batch): Promise<FunctionResult[]> => {
    const fail = (code: RubricErrorCode, says: string): FunctionResult[] =>
      batch.map(() => ({ error: { code, message: lineOf(`${id}@${edition}`, `functions.${fn}`, says) } }))
    if (closed) return fail('function-host', 'the plugin is closed. Open it again.')
    if (host === null) return fail('function-unknown', 'no edition of the plugin defines functions.')
    const running = current ?? (await restart())
    if (running === null)
      return fail('function-host', 'the files have changed since they were loaded. Open the plugin again.')
    current = running
    const time = limit + batch.length
    const reply = await running.ask({ kind: 'call', edition, fn, batch }, time)
    if (reply.kind === 'results') return reply.results
    await running.end()
    current = null
    return reply.kind === 'timeout'
      ? fail(
          'function-timeout',
          `did not return within ${time} ms for ${batch.length} entries. A function is short and always ends.`,
        )
      : fail(
          'function-host',
          `its process ended${'why' in reply ? `: ${reply.why}` : ''}. The next call starts anew.`,
        )
  }

  return {
    call: (edition, fn, batch) => {
      const results = last.then(() => run(edition, fn, batch))
      last = results
      return results
    },
    close: async () => {
      closed = true
      await current?.end()
      // A batch may have been starting a new process meanwhile.
      await last
      await current?.end()
    },
  }
}
