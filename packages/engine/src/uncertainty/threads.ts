/** The same analysis on several cores. For Node alone. */
import { Worker } from 'node:worker_threads'
import { RubricError } from '@tumstock/rubric/error'
import type { Assumption } from './assumptions.ts'
import { modelOf } from './model.ts'
import { sharedData } from './shared-data.ts'
import type { Subject } from './subject.ts'
import { merge, type Tally } from './tally.ts'
import type { Task, TaskReport } from './thread.ts'
import {
  type OnProgress,
  tallyRuns,
  type Uncertainty,
  type UncertaintyRequest,
  uncertaintyFrom,
} from './uncertainty.ts'

type Options = {
  /** A whole number above 0; each scores an equal part of the runs. */
  threads: number
  category?: string
  onProgress?: OnProgress
  /** Aborted: the threads end, and the promise is rejected with the signal's reason. */
  signal?: AbortSignal
}

/**
 * As `uncertainty`, with the runs split over worker threads.
 * The result is the same for any number of them. The data are shared between the threads, not copied.
 *
 * @throws RubricError as `modelOf` and `uncertainty`; the reason of the signal where it is aborted
 */
export const uncertaintyInThreads = async (
  subject: Subject,
  assumptions: readonly Assumption[],
  request: UncertaintyRequest,
  { threads, category, onProgress, signal }: Options,
): Promise<Uncertainty> => {
  signal?.throwIfAborted()
  const options = category === undefined ? {} : { category }
  const shared = { ...subject, data: sharedData(subject.data) }
  const done = new Float64Array(threads)
  const workers: Worker[] = []
  const startPart = (_: unknown, part: number): Promise<Tally> => {
    const at = (end: number) => Math.floor((request.runs * end) / threads)
    const task: Task = {
      subject: shared,
      assumptions,
      options,
      request,
      range: { from: at(part), to: at(part + 1) },
    }
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: task })
    workers.push(worker)
    return tallyFrom(worker, share => {
      done[part] = share
      onProgress?.(done.reduce((sum, one) => sum + one, 0) / threads)
    })
  }
  const stop = () => void Promise.all(workers.map(worker => worker.terminate()))
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const parts = Array.from({ length: threads }, startPart)
    // While the threads run: what the units are worth as the rubric has it.
    const model = modelOf(subject, assumptions, options)
    tallyRuns(model, request, { from: 0, to: 0 })
    return uncertaintyFrom(model, request, merge((await Promise.all(parts)) as [Tally, ...Tally[]]))
  } catch (error) {
    throw signal?.aborted ? signal.reason : error
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
  }
}

const tallyFrom = (worker: Worker, onProgress: OnProgress): Promise<Tally> =>
  new Promise((resolve, reject) => {
    worker.on('message', (report: TaskReport) => {
      if ('tally' in report) resolve(report.tally)
      else if ('refused' in report) reject(new RubricError(report.refused))
      else onProgress(report.done)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('A thread ended before it had counted its runs.')))
  })
