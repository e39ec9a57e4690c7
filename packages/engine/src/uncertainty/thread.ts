/** One thread of `uncertaintyInThreads`: counts its part of the runs. */
import { parentPort } from 'node:worker_threads'
import { lineOf, RubricError, type RubricErrorDetails } from '@tumstock/rubric/error'
import { countRuns, type UncertaintyRequest } from './count-runs.ts'
import { type Packed, unpack } from './pack.ts'
import type { Range } from './runs.ts'
import type { Tally } from './tally.ts'

export type Task = { packed: Packed; request: UncertaintyRequest; range: Range }

export type TaskReport = { done: number } | { tally: Tally } | { refused: RubricErrorDetails }

const say = (report: TaskReport, handOver: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(report, handOver)

/** An error crosses to another thread as what it is made from. */
const detailsOf = ({ code, rubric, path, message }: RubricError): RubricErrorDetails => {
  const says = message.slice(lineOf(rubric, path ?? '', '').length)
  return path === undefined ? { code, rubric, says } : { code, rubric, path, says }
}

const memoryOf = ({ ranks }: Tally): ArrayBuffer[] =>
  (ranks.kind === 'rows' ? ranks.rows : [ranks.cells]).map(({ buffer }) => buffer as ArrayBuffer)

parentPort?.once('message', ({ packed, request, range }: Task) => {
  try {
    const tally = countRuns(unpack(packed), request, range, done => say({ done }))
    say({ tally }, memoryOf(tally))
  } catch (error) {
    if (!(error instanceof RubricError)) throw error
    say({ refused: detailsOf(error) })
  }
})
